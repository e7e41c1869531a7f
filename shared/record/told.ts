// The record of one request as its parties read it: who did or saw what, as function and organisation, repeated looks
// taken together. Pure; called by server/http/transfer-record.ts.
import { keysOf, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { type Membership, type Party, partiesOf, type Person } from '#shared/access/parties.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { RecordEntry } from '#shared/wire/reads.ts'
import type { Act } from './act.ts'

export type Line = Pick<Act, 'at' | 'event' | 'outcome' | 'role' | 'org' | 'behalf' | 'basis' | 'emergency'>

/** Whose request it is, and who searches for it: they see every line. */
const OWNERS: readonly Party[] = ['referrer', 'origin-rcps', 'coordinator']

const seesAll = ({ memberships }: Pick<Person, 'memberships'>, transfer: Transfer): boolean =>
  memberships.some((one) => partiesOf(one, transfer).some((party) => OWNERS.includes(party)))

/** The others see lines of who is a party beside them now: whom else was asked is not theirs to know (P7). */
function isBeside({ role, org }: Line, transfer: Transfer): boolean {
  if (role === 'system') return true
  if (role === null || org === null) return false
  const keys = keysOf({ memberships: [{ role, org } satisfies Membership] }).filter((key) => key !== 'all')
  return sharesKey(keys, transferAudience(transfer))
}

/** Newest first. `lines`: oldest first. */
export function toldRecord(
  lines: readonly Line[],
  viewer: Pick<Person, 'memberships'>,
  transfer: Transfer,
): RecordEntry[] {
  const shown = seesAll(viewer, transfer) ? lines : lines.filter((line) => isBeside(line, transfer))
  const entries: RecordEntry[] = []
  for (const line of shown) {
    const last = entries.at(-1)
    if (last !== undefined && isSame(last, line)) {
      last.until = line.at
      last.times += 1
    } else entries.push(entryOf(line))
  }
  return entries.reverse()
}

const isSame = (entry: RecordEntry, line: Line): boolean =>
  (['event', 'outcome', 'role', 'org', 'behalf', 'emergency'] as const).every(
    (key) => entry[key] === line[key],
  )

const entryOf = ({ at, event, outcome, role, org, behalf, basis, emergency }: Line): RecordEntry => ({
  at,
  until: at,
  times: 1,
  event,
  outcome,
  role,
  org,
  behalf,
  basis,
  emergency,
})
