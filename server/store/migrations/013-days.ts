// Bed figures per day and place, and the way from a day to its events. Run by migrate.ts, never edited again.

export const name = '013-days'

export const statements = [
  // place: a region, or `nl`.
  `create table days (
    day text not null, place text not null, bed text not null, row text not null, primary key (day, place, bed))`,
  "create index transfer_events_by_at on events (at) where subject = 'transfer'",
  'create index figures_by_day on figures (day)',
]
