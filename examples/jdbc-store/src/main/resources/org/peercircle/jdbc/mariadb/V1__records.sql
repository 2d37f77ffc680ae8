-- Keys are ASCII, ordered by bytes; values of index entries are bytes already.
CREATE TABLE peercircle_record (
    tenant    VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    kind      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    id        VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    version   BIGINT       NOT NULL,
    gone      BOOLEAN      NOT NULL,
    entries   LONGBLOB     NOT NULL,
    codec_tag VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    payload   LONGBLOB     NOT NULL,
    PRIMARY KEY (tenant, kind, id)
) ENGINE = InnoDB;

CREATE TABLE peercircle_entry (
    tenant VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    kind   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    name   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    val    VARBINARY(201) NOT NULL,
    id     VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    PRIMARY KEY (tenant, kind, name, val, id)
) ENGINE = InnoDB;
CREATE INDEX peercircle_entry_of ON peercircle_entry (tenant, kind, id, name, val);

-- A commit's row is written last, so that seq follows the order in which records were written;
-- position is given when the feed is read, to what is visible then.
CREATE TABLE peercircle_journal (
    seq         BIGINT NOT NULL AUTO_INCREMENT UNIQUE,
    tenant      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    commit_id   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    fingerprint VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    position    BIGINT,
    versions    LONGBLOB NOT NULL,
    events      LONGBLOB NOT NULL,
    PRIMARY KEY (tenant, commit_id)
) ENGINE = InnoDB;
CREATE INDEX peercircle_journal_position ON peercircle_journal (tenant, position, seq);

CREATE TABLE peercircle_feed (
    tenant VARCHAR(120) CHARACTER SET ascii COLLATE ascii_nopad_bin PRIMARY KEY,
    last   BIGINT NOT NULL,
    pruned BIGINT NOT NULL
) ENGINE = InnoDB;
