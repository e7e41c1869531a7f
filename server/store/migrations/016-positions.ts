// Where a ride's vehicle last was, as its crew tells while it wants to; a day at most. Run by migrate.ts, never edited
// again.

export const name = '016-positions'

export const statements = [
  // Degrees to three decimals. One row a ride: there is no trail. person: whose phone told it. at: the server's time.
  `create table positions (
    ride text primary key, vehicle text not null, person text not null,
    lat double precision not null, lon double precision not null, at text not null)`,
  'create index positions_by_time on positions (at)',
]
