CREATE TABLE peercircle_record (
    tenant    TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    id        TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    gone      BOOLEAN NOT NULL,
    entries   BLOB    NOT NULL,
    codec_tag TEXT    NOT NULL,
    payload   BLOB    NOT NULL,
    PRIMARY KEY (tenant, kind, id)
) WITHOUT ROWID;

CREATE TABLE peercircle_entry (
    tenant TEXT NOT NULL,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL,
    val    BLOB NOT NULL,
    id     TEXT NOT NULL,
    PRIMARY KEY (tenant, kind, name, val, id)
) WITHOUT ROWID;
CREATE INDEX peercircle_entry_of ON peercircle_entry (tenant, kind, id, name, val);

-- A commit's row is written last, so that seq follows the order in which records were written;
-- position is given when the feed is read, to what is visible then.
CREATE TABLE peercircle_journal (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant      TEXT NOT NULL,
    commit_id   TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    position    INTEGER,
    versions    BLOB NOT NULL,
    events      BLOB NOT NULL,
    UNIQUE (tenant, commit_id)
);
CREATE INDEX peercircle_journal_position ON peercircle_journal (tenant, position);
CREATE INDEX peercircle_journal_unread ON peercircle_journal (tenant, seq) WHERE position IS NULL;

CREATE TABLE peercircle_feed (
    tenant TEXT PRIMARY KEY,
    last   INTEGER NOT NULL,
    pruned INTEGER NOT NULL
);
