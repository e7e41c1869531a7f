// The URA number of an organisation, as an administrator entered it. Run by migrate.ts.

export const name = '017-uras'

export const statements = [
  `create table uras (org text not null primary key, ura text not null unique, changed text not null)`,
]
