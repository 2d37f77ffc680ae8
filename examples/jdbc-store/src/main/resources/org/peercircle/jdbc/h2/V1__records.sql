CREATE TABLE peercircle_record (
    tenant    VARCHAR(120) NOT NULL,
    kind      VARCHAR(120) NOT NULL,
    id        VARCHAR(120) NOT NULL,
    version   BIGINT       NOT NULL,
    gone      BOOLEAN      NOT NULL,
    entries   BLOB         NOT NULL,
    codec_tag VARCHAR(120) NOT NULL,
    payload   BLOB         NOT NULL,
    PRIMARY KEY (tenant, kind, id)
);

CREATE TABLE peercircle_entry (
    tenant VARCHAR(120)   NOT NULL,
    kind   VARCHAR(120)   NOT NULL,
    name   VARCHAR(120)   NOT NULL,
    val    VARBINARY(201) NOT NULL,
    id     VARCHAR(120)   NOT NULL,
    PRIMARY KEY (tenant, kind, name, val, id)
);
CREATE INDEX peercircle_entry_of ON peercircle_entry (tenant, kind, id, name, val);

-- A commit's row is written last, so that seq follows the order in which records were written;
-- position is given when the feed is read, to what is visible then.
CREATE TABLE peercircle_journal (
    seq         BIGINT GENERATED ALWAYS AS IDENTITY,
    tenant      VARCHAR(120) NOT NULL,
    commit_id   VARCHAR(120) NOT NULL,
    fingerprint VARCHAR(120) NOT NULL,
    position    BIGINT,
    versions    BLOB         NOT NULL,
    events      BLOB         NOT NULL,
    PRIMARY KEY (tenant, commit_id)
);
CREATE INDEX peercircle_journal_position ON peercircle_journal (tenant, position, seq);

CREATE TABLE peercircle_feed (
    tenant VARCHAR(120) PRIMARY KEY,
    last   BIGINT NOT NULL,
    pruned BIGINT NOT NULL
);
