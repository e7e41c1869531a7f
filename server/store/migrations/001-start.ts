// The first schema: rows, who may see them, what happened, who is signed in. Run by migrate.ts, never edited again.

export const name = '001-start'

export const statements = [
  'create table meta (name text primary key, value text not null)',

  `create table transfers (
    id text primary key, rev integer not null, code text not null, from_hospital text not null,
    state text not null, since text not null, open integer not null check (open in (0, 1)), row text not null)`,
  'create unique index one_open_transfer_per_code on transfers (code) where open = 1',
  'create index transfers_by_hospital on transfers (from_hospital, open)',
  `create table transfer_private (
    transfer text primary key references transfers (id), clinical text, contacts text)`,

  `create table reservations (
    id text primary key, rev integer not null, transfer text not null references transfers (id),
    hospital text not null, live integer not null check (live in (0, 1)), row text not null)`,
  'create unique index one_live_reservation_per_transfer on reservations (transfer) where live = 1',
  'create index reservations_by_transfer on reservations (transfer)',

  // (vehicle, turn): a vehicle's nth ride is planned once, on the plans of the n − 1 before it.
  `create table rides (
    id text primary key, rev integer not null, transfer text not null references transfers (id),
    vehicle text not null, turn integer not null, active integer not null check (active in (0, 1)),
    row text not null, unique (vehicle, turn))`,
  'create unique index one_active_ride_per_transfer on rides (transfer) where active = 1',
  'create index rides_by_transfer on rides (transfer)',

  `create table beds (
    id text primary key, rev integer not null, hospital text not null, bed text not null, row text not null,
    unique (hospital, bed))`,

  `create table phases (
    id text primary key, rev integer not null, in_force_from text not null, row text not null)`,

  'create table audience (subject text not null, id text not null, key text not null, primary key (subject, id, key))',
  'create index audience_by_key on audience (key, subject, id)',

  // (subject, subject_id, rev): no two decisions can rest on the same revision of a row.
  `create table events (
    seq bigint primary key, name text not null, subject text not null, subject_id text not null,
    rev integer not null, transfer text, at text not null, entered text not null, role text not null,
    org text not null, person text not null, command text not null, data text not null, note text,
    audience text not null, shifts text not null, unique (subject, subject_id, rev))`,
  'create index events_by_transfer on events (transfer, seq)',
  'create table event_head (one integer primary key check (one = 1), seq bigint not null)',
  'insert into event_head (one, seq) values (1, 0)',

  `create table commands (
    id text primary key, hash text not null, person text not null, at text not null, entered text not null,
    answer text)`,

  `create table sessions (
    token_hash text primary key, person text not null, created text not null, expires text not null)`,
  'create index sessions_by_expiry on sessions (expires)',
]
