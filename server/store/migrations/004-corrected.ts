// Marks events whose time is not what the phone wrote: its clock was off. Run by migrate.ts, never edited again.

export const name = '004-corrected'

export const statements = [
  'alter table events add column corrected integer not null default 0 check (corrected in (0, 1))',
]
