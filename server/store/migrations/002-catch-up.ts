// Indexes that keep a list, a catch-up and a command as quick on a long log as on a short one. Run by migrate.ts.

export const name = '002-catch-up'

export const statements = [
  'create index events_by_subject on events (subject, seq, subject_id)',
  `create index events_with_shifts on events (seq) where shifts <> '[]'`,
  'create index transfers_open on transfers (id) where open = 1',
  'create index transfers_by_since on transfers (since)',
  'create index rides_active on rides (id) where active = 1',
]
