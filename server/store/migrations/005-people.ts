// People, their roles, passkeys and identities, what may be used once, and more about a session. Run by migrate.ts.

export const name = '005-people'

export const statements = [
  // label: a function and a place; nothing that names a patient, and no name is asked.
  'create table people (id text primary key, label text not null, created text not null, disabled text)',
  'create index people_by_label on people (label, id)',

  `create table memberships (
    person text not null references people (id), role text not null, org text not null,
    source text not null, deputy integer not null check (deputy in (0, 1)),
    primary key (person, role, org, source))`,
  'create index memberships_by_org on memberships (org, role)',

  `create table identities (
    issuer text not null, subject text not null, person text not null references people (id),
    provider text not null, created text not null, primary key (issuer, subject))`,

  `create table passkeys (
    id text primary key, person text not null references people (id), public_key text not null,
    counter bigint not null, transports text not null, backed_up integer not null check (backed_up in (0, 1)),
    created text not null, last_used text)`,
  'create index passkeys_by_person on passkeys (person)',

  `create table single_use (
    hash text primary key, purpose text not null, person text, bound text not null, created text not null,
    expires text not null)`,
  'create index single_use_by_expiry on single_use (expires)',
  'create index single_use_by_person on single_use (person)',

  "alter table sessions add column id text not null default ''",
  "alter table sessions add column seen text not null default ''",
  'alter table sessions add column locked integer not null default 0 check (locked in (0, 1))',
  'alter table sessions add column fresh text',
  "alter table sessions add column method text not null default 'demo'",
  "alter table sessions add column device text not null default ''",
  "alter table sessions add column agent text not null default ''",
  // Nothing opens by an id; those of before are told apart by it.
  'update sessions set id = token_hash, seen = created',
  'create unique index sessions_by_id on sessions (id)',
  'create index sessions_by_person on sessions (person)',
]
