// What is decided and listed and hangs on no transfer. Run by migrate.ts.

export const name = '011-register'

export const statements = [
  `create table register (
    id text not null primary key, rev integer not null, list text not null, live integer not null,
    written text not null, row text not null)`,
  'create index register_live on register (list, written) where live = 1',
]
