// The tables as Kysely sees them: rows whole as JSON in `row`, beside the columns that queries and constraints need.
// Used by every file in server/store and by nothing else.
import type { Generated } from 'kysely'

/** Instants are ISO text in UTC, booleans are 0 or 1, JSON is text: the same on SQLite and on PostgreSQL. */
export type Tables = {
  migrations: { name: string; checksum: string; at: string }
  meta: { name: string; value: string }
  transfers: {
    id: string
    rev: number
    code: string
    from_hospital: string
    state: string
    since: string
    open: number
    emergency_until: string | null
    row: string
  }
  transfer_private: { transfer: string; clinical: string | null; contacts: string | null }
  reservations: { id: string; rev: number; transfer: string; hospital: string; live: number; row: string }
  rides: {
    id: string
    rev: number
    transfer: string
    vehicle: string
    turn: number
    active: number
    row: string
  }
  beds: {
    id: string
    rev: number
    hospital: string
    bed: string
    due: string | null
    untold: number
    row: string
  }
  bed_observations: {
    beds: string
    source: string
    /** Empty where it was no feed. */
    feed: string
    observed_at: string
    reported_at: string
    said: string
    row: string
  }
  feeds: {
    id: string
    name: string
    scope: string
    token_hash: string
    created: string
    created_by: string
    last_at: string | null
    last_rows: number | null
    ended: string | null
  }
  phases: { id: string; rev: number; in_force_from: string; row: string }
  register: {
    id: string
    rev: number
    list: string
    live: number
    untold: Generated<number>
    written: string
    row: string
  }
  alerts: {
    id: string
    rev: number
    transfer: string
    open: number
    due: string | null
    untold: number
    row: string
  }
  push_subscriptions: {
    id: string
    person: string
    endpoint: string
    p256dh: string
    auth: string
    language: string
    created: string
    last_ok: string | null
  }
  audience: { subject: string; id: string; key: string }
  events: {
    seq: number
    name: string
    subject: string
    subject_id: string
    rev: number
    transfer: string | null
    at: string
    entered: string
    corrected: number
    role: string
    org: string
    person: string
    command: string
    data: string
    note: string | null
    audience: string
    shifts: string
  }
  rates: { window: number; name: string; taken: number }
  positions: { ride: string; vehicle: string; person: string; lat: number; lon: number; at: string }
  uras: { org: string; ura: string; changed: string }
  phone_lines: { org: string; role: string; phone: string; changed: string }
  plans: {
    id: string
    bed: string
    person: string
    state: string
    stage: string | null
    failure: string | null
    active: number
    asked: string
    started: string | null
    ended: string | null
    beat: string
    limit_seconds: number
    what_if: string | null
    row: string | null
  }
  event_head: { one: number; seq: number }
  record_lines: {
    id: Generated<number>
    at: string
    event: string
    action: string
    outcome: string
    reason: string | null
    person: string
    role: string | null
    org: string | null
    behalf: string | null
    session: string | null
    subject: string
    subject_id: string | null
    transfer: string | null
    code: string | null
    codes: string | null
    request: string | null
    address: string | null
    basis: string | null
    emergency: number
    once: string | null
  }
  record_chain: { n: number; line: number; sealed: string; hash: string }
  legal_holds: {
    id: string
    transfer: string
    reason: string
    person: string
    at: string
    lifted: string | null
    lifted_by: string | null
  }
  figures: {
    day: string
    from_region: string
    to_region: string
    bed: string
    kind: string
    ended: string
    measure: string
    count: number
    minutes: number
  }
  /** Bed figures per day and place, kept for good. */
  days: { day: string; place: string; bed: string; row: string }
  record_checkpoints: { n: number; through: string; hash: string; lines: number; at: string }
  commands: { id: string; hash: string; person: string; at: string; entered: string; answer: string | null }
  sessions: {
    /** Names the session where its owner or an admin ends it; opens nothing. */
    id: string
    token_hash: string
    person: string
    created: string
    expires: string
    /** Last sign of the person, not of the app. */
    seen: string
    locked: number
    /** When a passkey was last shown. */
    fresh: string | null
    /** `demo`, `passkey`, or the provider's id. */
    method: string
    /** Hash of the token that this browser keeps beside the session's. */
    device: string
    /** What it runs on, in two words, for the owner to know it by. */
    agent: string
  }
  people: { id: string; label: string; created: string; disabled: string | null }
  memberships: { person: string; role: string; org: string; source: string; deputy: number }
  identities: { issuer: string; subject: string; person: string; provider: string; created: string }
  passkeys: {
    id: string
    person: string
    public_key: string
    counter: number
    transports: string
    backed_up: number
    created: string
    last_used: string | null
  }
  single_use: {
    hash: string
    purpose: string
    person: string | null
    bound: string
    created: string
    expires: string
  }
}
