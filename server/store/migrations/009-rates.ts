// How much was asked in which minute, by whom, counted by all servers together. Run by migrate.ts, never edited again.

export const name = '009-rates'

export const statements = [
  // window: the minute, counted since 1970. name: a person, an organisation, or the hash of an address.
  `create table rates (
    "window" bigint not null, name text not null, taken integer not null, primary key ("window", name))`,
]
