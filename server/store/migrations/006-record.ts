// The record (NEN 7513): lines that are added and never changed, the chain that a sealer puts over them, and the
// checkpoints of days that have left. Run by migrate.ts, never edited again.

export const name = '006-record'

const TABLES = ['record_lines', 'record_chain', 'record_checkpoints'] as const

const lines = (id: string) => `create table record_lines (
  id ${id}, at text not null, event text not null,
  action text not null check (action in ('C', 'R', 'U', 'D', 'E')),
  outcome text not null check (outcome in ('done', 'refused', 'failed')), reason text,
  person text not null, role text, org text, behalf text, session text,
  subject text not null, subject_id text, transfer text, code text, codes text,
  request text, address text, basis text,
  emergency integer not null check (emergency in (0, 1)), once text unique)`

export const statements = [
  // n: the line's place in the chain. sealed: when; hash: of the place before, this place and the whole line.
  `create table record_chain (
    n bigint primary key, line bigint not null unique, sealed text not null, hash text not null)`,
  // Places up to n may leave: the chain goes on from this hash. through: the last day that left.
  `create table record_checkpoints (
    n bigint primary key, through text not null, hash text not null, lines bigint not null, at text not null)`,
]

const AFTER = [
  'create index record_by_transfer on record_lines (transfer, id)',
  'create index record_by_event on record_lines (event, at)',
]

/** Deleting is for places under a checkpoint; changing is for nobody. */
export const sqlite = [
  lines('integer primary key autoincrement'),
  ...AFTER,
  ...TABLES.map(
    (table) => `create trigger ${table}_unchanged before update on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
  ),
  `create trigger record_kept before delete on record_lines
    when not exists (
      select 1 from record_chain c join record_checkpoints p on p.n >= c.n where c.line = old.id)
    begin select raise(abort, 'record is append-only'); end`,
  `create trigger record_chain_kept before delete on record_chain
    when not exists (select 1 from record_checkpoints p where p.n >= old.n)
    begin select raise(abort, 'record_chain is append-only'); end`,
  `create trigger record_checkpoints_kept before delete on record_checkpoints
    begin select raise(abort, 'record_checkpoints is append-only'); end`,
]

export const postgres = [
  lines('bigint generated always as identity primary key'),
  ...AFTER,
  `create function record_refuse() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name; end $$`,
  `create function record_leave() returns trigger language plpgsql as $$
    begin
      if not exists (
        select 1 from record_chain c join record_checkpoints p on p.n >= c.n where c.line = old.id)
      then raise exception 'record is append-only'; end if;
      return old;
    end $$`,
  `create function record_chain_leave() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from record_checkpoints p where p.n >= old.n)
      then raise exception 'record_chain is append-only'; end if;
      return old;
    end $$`,
  ...TABLES.flatMap((table) => [
    `create trigger ${table}_unchanged before update on ${table}
      for each row execute function record_refuse()`,
    `create trigger ${table}_whole before truncate on ${table}
      for each statement execute function record_refuse()`,
    // The application's own role gives up the right too; a superuser has it whatever is revoked.
    `revoke update, truncate on ${table} from current_user`,
  ]),
  `create trigger record_kept before delete on record_lines for each row execute function record_leave()`,
  `create trigger record_chain_kept before delete on record_chain
    for each row execute function record_chain_leave()`,
  `create trigger record_checkpoints_kept before delete on record_checkpoints
    for each row execute function record_refuse()`,
]
