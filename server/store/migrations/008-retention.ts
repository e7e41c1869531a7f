// Legal holds, and the figures that stay when a timeline goes. Run by migrate.ts, never edited again.

export const name = '008-retention'

export const statements = [
  // Held while lifted is null.
  `create table legal_holds (
    id text primary key, transfer text not null, reason text not null, person text not null, at text not null,
    lifted text, lifted_by text)`,
  'create index legal_holds_by_transfer on legal_holds (transfer)',
  // Added up: no line tells of one patient.
  `create table figures (
    day text not null, from_region text not null, to_region text not null, bed text not null, kind text not null,
    ended text not null, measure text not null, count integer not null, minutes bigint not null,
    primary key (day, from_region, to_region, bed, kind, ended, measure))`,
]
