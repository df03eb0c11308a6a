/** Bumped whenever older files can no longer be read, or older versions cannot read what is written now. */
export const schemaVersion = 6;

/** `PBH1`, by which `file` and we tell these files from other SQLite files. */
export const applicationId = 0x50424831;

/**
 * With a write-ahead log nothing waits for the disk during the run, and what is in the log is intact after a crash of the program
 * or of the machine; moving it into the file waits for the disk, so that is done rarely.
 */
export const journaling = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA wal_autocheckpoint = 16384;
`;

/** Few resources are documents or say where others lead or belong: they are found without reading all. As in `model/snapshot`. */
export const isDocument = 'status = 200 AND title IS NULL';
export const isLandmark =
  "(location IS NOT NULL OR role IN ('probe', 'seed') OR (length(url) > 8 AND instr(substr(url, 9), '/') = length(url) - 8))";

/**
 * A row of `resource` is one resource with its links: what is usual has a column, and only the unusual is JSON.
 * `waiting` holds JSON of `[id, url]` pairs: what pages lead to and has no row in `resource` (some may have got one since, while
 * the run goes on), which is where a run that did not end can be resumed; `provisional` marks failures that were still to be
 * confirmed; `print` is what `printOf` gives. Big pages suit rows that are written once and read in order.
 */
export const schema = `
PRAGMA page_size = 16384;
${journaling}
BEGIN;
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${schemaVersion};
CREATE TABLE run (
  id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  complete INTEGER NOT NULL,
  limits_reached TEXT NOT NULL,
  sources TEXT NOT NULL,
  check_fragments INTEGER NOT NULL,
  version TEXT NOT NULL,
  resources INTEGER,
  options TEXT NOT NULL
);
CREATE TABLE resource (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  source TEXT,
  role TEXT NOT NULL,
  at NUMERIC,
  took NUMERIC,
  method TEXT,
  attempts TEXT,
  status NUMERIC,
  cause TEXT,
  withheld TEXT,
  detail TEXT,
  location TEXT,
  content_type TEXT,
  length NUMERIC,
  bytes NUMERIC,
  flaw TEXT,
  headers TEXT,
  title TEXT,
  heading TEXT,
  language TEXT,
  charset TEXT,
  breadcrumb TEXT,
  anchors TEXT,
  digest TEXT,
  signals TEXT,
  links BLOB,
  words TEXT,
  provisional INTEGER,
  print INTEGER
);
CREATE INDEX document ON resource(id) WHERE ${isDocument};
CREATE INDEX landmark ON resource(id) WHERE ${isLandmark};
CREATE TABLE waiting (mentions TEXT NOT NULL);
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL);
COMMIT;
`;
