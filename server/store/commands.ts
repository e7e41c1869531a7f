// Commands that were answered, so that each happens at most once (docs/decisions/002). Used by the hinge only.
import type { Receipt } from '#shared/wire/command.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import { fixed } from './fixed.ts'
import type { Tx } from './store.ts'

/** What was told to who sent it. */
export type Answer = Receipt | { refused: Refusal }
type Claim = { id: string; hash: string; person: string; at: string; entered: string }

const claimed = fixed((db, claim: Claim) =>
  db
    .insertInto('commands')
    .values({ ...claim, answer: null })
    .onConflict((conflict) => conflict.column('id').doNothing()),
)
const answered = fixed((db, { id, answer }: { id: string; answer: string }) =>
  db.updateTable('commands').set({ answer }).where('id', '=', id),
)

/**
 * The first statement of a decision. A second transaction with the same id waits here for the first one's end.
 * Gives what the first one left, or null when this is the first.
 */
export async function claimCommand({ db }: Tx, claim: Claim) {
  const { numAffectedRows } = await claimed(db, claim)
  if (numAffectedRows === 1n) return null
  const seen = await db
    .selectFrom('commands')
    .select(['hash', 'answer'])
    .where('id', '=', claim.id)
    .executeTakeFirstOrThrow()
  return { hash: seen.hash, answer: JSON.parse(seen.answer ?? 'null') as Answer }
}

export async function answerCommand({ db }: Tx, id: string, answer: Answer): Promise<void> {
  await answered(db, { id, answer: JSON.stringify(answer) })
}
