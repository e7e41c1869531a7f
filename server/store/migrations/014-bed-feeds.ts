// What was said of beds, by whom and when; the sources that may say it by themselves; when a bed row wants looking at.
// Run by migrate.ts, never edited again.

export const name = '014-bed-feeds'

export const statements = [
  // due: a reminder, or the end of a correction. untold: it asks for figures, and no device was told of this revision.
  `alter table beds add column due text default '1970-01-01T00:00:00.000Z'`,
  `alter table beds add column untold integer not null default 0`,
  'create index beds_by_due on beds (due)',

  // One line per observation: the same again is known by its key. said: what it told, to hold the same against.
  `create table bed_observations (
    beds text not null, source text not null, feed text not null, observed_at text not null,
    reported_at text not null, said text not null, row text not null,
    primary key (beds, source, feed, observed_at))`,
  'create index bed_observations_by_time on bed_observations (source, feed, observed_at)',

  // scope: a hospital, a region, or the nation. token_hash: the token itself is shown once and kept by nobody here.
  `create table feeds (
    id text primary key, name text not null, scope text not null, token_hash text not null unique,
    created text not null, created_by text not null, last_at text, last_rows integer, ended text)`,
  'create unique index one_feed_of_a_name on feeds (name) where ended is null',
]
