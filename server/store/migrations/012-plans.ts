// The day's plans: what is being worked on, and what was proven. Run by migrate.ts.

export const name = '012-plans'

export const statements = [
  // active: queued or running. row: the plan, without what any patient needs. beat: its server's last sign of work.
  `create table plans (
    id text primary key, bed text not null, person text not null, state text not null, stage text, failure text,
    active integer not null check (active in (0, 1)), asked text not null, started text, ended text,
    beat text not null, limit_seconds integer not null, what_if text, row text)`,
  'create unique index one_active_plan_per_person on plans (person, bed) where active = 1',
  'create index plans_by_level on plans (bed, state, ended)',
]
