// One line of the record (NEN 7513): who did what to whose data, when, from where, by which right, and how it ended.
// Made by shared/record/acts.ts and by the doors, kept by server/store/record.ts, told by shared/record/told.ts.
import type { Party } from '#shared/access/parties.ts'
import type { Role } from '#shared/terms.ts'
import type { CommandName } from '#shared/wire/command.ts'
import type { Subject } from '#shared/wire/event.ts'
import type { RefusalCode } from '#shared/wire/refusal.ts'

/** Create, read, update, delete, execute (DICOM, NEN 7513, FHIR). */
export const ACTIONS = ['C', 'R', 'U', 'D', 'E'] as const
export type Action = (typeof ACTIONS)[number]

export const OUTCOMES = ['done', 'refused', 'failed'] as const
export type ActOutcome = (typeof OUTCOMES)[number]

/** What is no command: reads, the stream, signing in, and what the server does with the record and old data. */
export const OTHER_ACTS = {
  'list.read': 'R',
  'stream.deliver': 'R',
  'transfer.read': 'R',
  'transfer.match': 'R',
  'transfer.transport': 'R',
  'transfer.print': 'R',
  'transfer.export': 'R',
  'transfer.read-record': 'R',
  'position.share': 'C',
  'position.stop': 'D',
  'position.read': 'R',
  'plan.read': 'R',
  'plan.make': 'E',
  'report.read': 'R',
  'forecast.read': 'R',
  'record.export': 'E',
  'record.sealed-days': 'D',
  'retention.clinical': 'D',
  'retention.remind': 'E',
  'retention.timeline': 'D',
} as const satisfies Record<string, Action>
export type OtherAct = keyof typeof OTHER_ACTS
export type ActName = CommandName | OtherAct

/** By which right: as a party of the transfer, as a colleague in a party's house, by an emergency access, or by the role alone. */
export type Basis = Party | 'house' | 'role' | 'emergency'

/** Instants are UTC ISO strings. Codes and ids only: no clinical value, no free text, no name. */
export type Act = {
  at: string
  /** An act's name; sign-in and administration add names of their own. */
  event: string
  action: Action
  outcome: ActOutcome
  /** Why it was refused or failed: a refusal's code, or the door's own. */
  reason: RefusalCode | (string & {}) | null
  person: string
  role: Role | 'system' | null
  org: string | null
  /** In whose place: `bed-desk@umc-utrecht`, for a deputy or the LCPS standing in. */
  behalf: string | null
  /** Names the session; opens nothing. */
  session: string | null
  subject: Subject | 'session' | 'list' | 'record' | 'person'
  subjectId: string | null
  transfer: string | null
  code: string | null
  /** The patients' codes of a list. */
  codes: readonly string[] | null
  /** The number of the request in the server's log. */
  request: string | null
  /** The network address the request came from. */
  address: string | null
  basis: Basis | `method:${string}` | null
  emergency: boolean
  /** The act is recorded once under this name: deliveries of a stream. */
  once: string | null
}

/** Through what an act came in. The server's own acts come through nothing. */
export type Via = {
  session: string | null
  request: string | null
  address: string | null
}
export const BY_ITSELF: Via = { session: null, request: null, address: null }
