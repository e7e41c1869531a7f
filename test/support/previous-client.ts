// What the client of an earlier commit sent and was told: one of every command, every event that came of it, and the
// rows before and after (previous-client.json, recorded against the server of that commit).
// Used by the contract tests in test/server and test/web/sync.
import { readFileSync } from 'node:fs'
import type { Command } from '#shared/wire/command.ts'
import type { News } from '#shared/wire/event.ts'
import type { Snapshot } from '#shared/wire/reads.ts'

type Rows = Pick<Snapshot, 'transfers' | 'reservations' | 'rides' | 'beds' | 'phases'>
export type PreviousClient = {
  commit: string
  /** How many commands there were then: each is in `commands`. */
  names: number
  /** The subjects it can read news of. */
  subjects: string[]
  /** Transfer → the code it was issued then. */
  codes: Record<string, string>
  before: Pick<Rows, 'beds' | 'phases'>
  commands: { person: string; command: Command }[]
  news: News[]
  /** A row that came into sight, and one that went out of it. */
  sight: News[]
  after: Rows
}

export const previousClient: PreviousClient = JSON.parse(
  readFileSync(new URL('./previous-client.json', import.meta.url), 'utf8'),
)
