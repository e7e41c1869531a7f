// When the first emergency access to a transfer ends, for the timers. Run by migrate.ts, never edited again.

export const name = '007-emergencies'

export const statements = [
  'alter table transfers add column emergency_until text',
  'create index transfers_by_emergency on transfers (emergency_until) where emergency_until is not null',
]
