// Alerts, and the devices that asked to be told by push. Run by migrate.ts, never edited again.

export const name = '003-alerts'

export const statements = [
  // untold: it rings, and no device was told of this revision yet.
  `create table alerts (
    id text primary key, rev integer not null, transfer text not null references transfers (id),
    open integer not null check (open in (0, 1)), due text,
    untold integer not null check (untold in (0, 1)), row text not null)`,
  'create unique index one_open_alert_per_transfer on alerts (transfer) where open = 1',
  'create index alerts_by_transfer on alerts (transfer)',
  'create index alerts_by_due on alerts (due) where open = 1',
  'create index alerts_untold on alerts (id) where untold = 1',

  // endpoint: an address at a push service; it names a device, so it is deleted with the subscription.
  `create table push_subscriptions (
    id text primary key, person text not null, endpoint text not null unique, p256dh text not null,
    auth text not null, language text not null, created text not null, last_ok text)`,
  'create index push_subscriptions_by_person on push_subscriptions (person)',
]
