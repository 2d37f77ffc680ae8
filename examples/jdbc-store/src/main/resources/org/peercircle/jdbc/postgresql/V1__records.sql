-- Keys are ordered by bytes (COLLATE "C"), values of index entries are bytes already.
CREATE TABLE peercircle_record (
    tenant    varchar(120) COLLATE "C" NOT NULL,
    kind      varchar(120) COLLATE "C" NOT NULL,
    id        varchar(120) COLLATE "C" NOT NULL,
    version   bigint                   NOT NULL,
    gone      boolean                  NOT NULL,
    entries   bytea                    NOT NULL,
    codec_tag varchar(120)             NOT NULL,
    payload   bytea                    NOT NULL,
    PRIMARY KEY (tenant, kind, id)
);

CREATE TABLE peercircle_entry (
    tenant varchar(120) COLLATE "C" NOT NULL,
    kind   varchar(120) COLLATE "C" NOT NULL,
    name   varchar(120) COLLATE "C" NOT NULL,
    val    bytea                    NOT NULL,
    id     varchar(120) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, kind, name, val, id)
);
CREATE INDEX peercircle_entry_of ON peercircle_entry (tenant, kind, id, name, val);

-- A commit's row is written last, so that seq follows the order in which records were written;
-- position is given when the feed is read, to what is visible then.
CREATE TABLE peercircle_journal (
    seq         bigint GENERATED ALWAYS AS IDENTITY (CACHE 1),
    tenant      varchar(120) COLLATE "C" NOT NULL,
    commit_id   varchar(120) COLLATE "C" NOT NULL,
    fingerprint varchar(120)             NOT NULL,
    position    bigint,
    versions    bytea                    NOT NULL,
    events      bytea                    NOT NULL,
    PRIMARY KEY (tenant, commit_id)
);
CREATE UNIQUE INDEX peercircle_journal_position ON peercircle_journal (tenant, position);
CREATE INDEX peercircle_journal_unread ON peercircle_journal (tenant, seq) WHERE position IS NULL;

CREATE TABLE peercircle_feed (
    tenant varchar(120) COLLATE "C" PRIMARY KEY,
    last   bigint NOT NULL,
    pruned bigint NOT NULL
);
