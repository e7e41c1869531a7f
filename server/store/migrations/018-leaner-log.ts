// What every command writes is written in fewer places: indexes hold only the lines that are looked for by them, and on
// SQLite an event's number is the row's own. Run by migrate.ts.

export const name = '018-leaner-log'

const INDEXES = [
  'create index events_by_transfer on events (transfer, seq) where transfer is not null',
  'create index events_by_at on events (at) where transfer is not null',
  'create index record_by_transfer on record_lines (transfer, id) where transfer is not null',
  "create index record_of_lists on record_lines (event, at) where event = 'list.read'",
  'create unique index record_once on record_lines (once) where once is not null',
]

/** SQLite changes neither a key nor a column's `unique`: the tables are made anew, with the lines they had. */
export const sqlite = [
  `create table events_now (
    seq integer primary key, name text not null, subject text not null, subject_id text not null,
    rev integer not null, transfer text, at text not null, entered text not null, role text not null,
    org text not null, person text not null, command text not null, data text not null, note text,
    audience text not null, shifts text not null,
    corrected integer not null default 0 check (corrected in (0, 1)), unique (subject, subject_id, rev))`,
  'insert into events_now select * from events',
  'drop table events',
  'alter table events_now rename to events',
  'create index events_by_subject on events (subject, seq, subject_id)',
  `create index events_with_shifts on events (seq) where shifts <> '[]'`,

  `create table record_now (
    id integer primary key autoincrement, at text not null, event text not null,
    action text not null check (action in ('C', 'R', 'U', 'D', 'E')),
    outcome text not null check (outcome in ('done', 'refused', 'failed')), reason text,
    person text not null, role text, org text, behalf text, session text,
    subject text not null, subject_id text, transfer text, code text, codes text,
    request text, address text, basis text,
    emergency integer not null check (emergency in (0, 1)), once text)`,
  'insert into record_now select * from record_lines',
  // A number that was given out is not given out again, also when its line has left.
  `delete from sqlite_sequence where name = 'record_now'`,
  `insert into sqlite_sequence (name, seq) select 'record_now', seq from sqlite_sequence where name = 'record_lines'`,
  'drop table record_lines',
  'alter table record_now rename to record_lines',
  `create trigger record_lines_unchanged before update on record_lines
    begin select raise(abort, 'record_lines is append-only'); end`,
  `create trigger record_kept before delete on record_lines
    when not exists (
      select 1 from record_chain c join record_checkpoints p on p.n >= c.n where c.line = old.id)
    begin select raise(abort, 'record is append-only'); end`,
  ...INDEXES,
]

export const postgres = [
  'drop index events_by_transfer',
  'drop index transfer_events_by_at',
  'drop index record_by_transfer',
  'drop index record_by_event',
  'alter table record_lines drop constraint record_lines_once_key',
  ...INDEXES,
]

export const statements: string[] = []
