// What a plan is made from, read in one go: the requests of the nation with their needs, beds, phases, open offers.
// Called by the plan's routes, inside the transaction that records the read.
import { exemptAt } from '#shared/fair-share/exemption.ts'
import { keysAt } from '#shared/fair-share/key-set.ts'
import { declinedBy } from '#shared/matching/match-facts.ts'
import { type PlanFacts, planGround, planned, planRequest, type WhatIf } from '#shared/matching/plan-facts.ts'
import type { PlanGround } from '#shared/matching/plan-figures.ts'
import type { PlanInput } from '#shared/matching/plan.ts'
import type { Bed } from '#shared/terms.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { allBeds } from '#server/store/beds.ts'
import { allPhases } from '#server/store/phases.ts'
import { registerOf } from '#server/store/register.ts'
import { reservationsOfAll } from '#server/store/reservations.ts'
import type { Db } from '#server/store/store.ts'
import { privatesOf, transfersSince } from '#server/store/transfers.ts'

export type Loaded = {
  input: PlanInput
  /** Those in it, the longest waiting first. */
  transfers: Transfer[]
  offers: number
}

export async function loadGround(
  db: Db,
  bed: Bed,
  now: string,
  whatIf: WhatIf | null,
): Promise<{ ground: PlanGround; transfers: Transfer[]; offers: number }> {
  const open = (await transfersSince(db, now)).filter(isOpen)
  const register = await registerOf(db, ['exemption', 'key-set'])
  const facts: PlanFacts = {
    open,
    beds: await allBeds(db),
    phases: await allPhases(db),
    exempt: exemptAt(rowsOfList(register, 'exemption'), now),
    ...keysAt(rowsOfList(register, 'key-set'), bed, now),
  }
  return {
    ground: planGround(facts, bed, now, whatIf ?? {}),
    transfers: planned(open, bed),
    offers: open.filter((one) => one.state === 'offered' && one.bed === bed).length,
  }
}

/** A request whose clinical part is gone is nobody's to move. */
export async function loadPlanInput(db: Db, bed: Bed, now: string, whatIf: WhatIf | null): Promise<Loaded> {
  const { ground, transfers, offers } = await loadGround(db, bed, now, whatIf)
  const ids = transfers.map(({ id }) => id)
  const privates = await privatesOf(db, ids)
  const reservations = Map.groupBy(await reservationsOfAll(db, ids), ({ transfer }) => transfer)
  const requests = transfers.flatMap((transfer) => {
    const clinical = privates.get(transfer.id)?.clinical ?? null
    const own = reservations.get(transfer.id) ?? []
    return clinical === null ? [] : [planRequest(transfer, clinical, declinedBy(own))]
  })
  return { input: { ...ground, requests }, transfers, offers }
}
