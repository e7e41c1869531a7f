// A legal hold: everything of one transfer stays for as long as the law asks. Laid and lifted with a reason, recorded in
// the same transaction. Called by the administrator's routes and by scripts/retention.ts.
import { randomUUID } from 'node:crypto'
import type { Person } from '#shared/access/parties.ts'
import type { Via } from '#shared/record/act.ts'
import { otherAct } from '#shared/record/acts.ts'
import { saveAct } from '#server/store/record.ts'
import { isHeld, liftHold, saveHold } from '#server/store/retention.ts'
import type { Store, Tx } from '#server/store/store.ts'
import { loadTransfer, transfersByCode } from '#server/store/transfers.ts'

type Happened = { at: string; person: Person; via: Via }
/** `absent`: there is no such transfer; `held`: it is held already; `loose`: it is not held. */
export type Held = 'done' | 'absent' | 'held' | 'loose'

export const layHold = (store: Store, happened: Happened, transfer: string, reason: string): Promise<Held> =>
  store.transaction((tx) => lay(tx, happened, transfer, reason))

/** Of the open and the ended ones that ever had this code, each that is not held yet. Gives how many. */
export const holdByCode = (
  store: Store,
  happened: Happened,
  code: string,
  reason: string,
): Promise<{ found: number; laid: number }> =>
  store.transaction(async (tx) => {
    const ids = await transfersByCode(tx.db, code)
    let laid = 0
    for (const id of ids) laid += (await lay(tx, happened, id, reason)) === 'done' ? 1 : 0
    return { found: ids.length, laid }
  })

async function lay(tx: Tx, happened: Happened, transfer: string, reason: string): Promise<Held> {
  const row = await loadTransfer(tx.db, transfer)
  if (row === null) return 'absent'
  if (await isHeld(tx.db, transfer)) return 'held'
  const { at, person } = happened
  await saveHold(tx.db, { id: randomUUID(), transfer, reason, person: person.id, at })
  await record(tx, happened, 'retention.hold', transfer, row.code)
  return 'done'
}

export const liftHoldOf = (store: Store, happened: Happened, transfer: string): Promise<Held> =>
  store.transaction(async (tx) => {
    if (!(await liftHold(tx.db, transfer, happened.at, happened.person.id))) return 'loose'
    const row = await loadTransfer(tx.db, transfer)
    await record(tx, happened, 'retention.lift', transfer, row?.code ?? null)
    return 'done'
  })

const record = ({ db }: Tx, happened: Happened, event: string, transfer: string, code: string | null) =>
  saveAct(
    db,
    otherAct(happened, event, 'U', {
      ...{ subject: 'transfer', subjectId: transfer, transfer, code },
      basis: 'role',
    }),
  )
