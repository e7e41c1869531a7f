import { createMemo } from 'solid-js'

import { exemptAt } from '#shared/fair-share/exemption.ts'
import { nationalPhase } from '#shared/matching/plan-facts.ts'
import { isCrisis } from '#shared/phases/phase-order.ts'
import type { Bed } from '#shared/terms.ts'
import { isOpen } from '#shared/transfers/transfer.ts'
import { type Proposal, proposeWishes } from '#shared/wishes/propose-wishes.ts'
import { byPair, pairKey, type WishPair } from '#shared/wishes/wish.ts'
import { wishInput } from '#shared/wishes/wish-facts.ts'
import { createBeds } from '#web/state/beds.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createPhases } from '#web/state/phases.ts'
import { createRegister } from '#web/state/register.ts'

import type { Wishes } from './create-wishes.ts'

type Typed = { day: string; most: number | null; wanted: Record<string, number> }

/** The numbers of one care level as they are being set: the rule's proposal, what was typed over it, the pairs to publish. */
export function createPublishing(bed: () => Bed, wishes: Wishes) {
  const beds = createBeds()
  const phases = createPhases()
  const exemptions = createRegister('exemption')
  const [draft, setDraft, clear] = createDraft<Typed>(`pecc-${bed()}`)
  const typed = (): Typed => {
    const found = draft()
    return found?.day === wishes.day() ? found : { day: wishes.day(), most: null, wanted: {} }
  }
  /** Undefined: in this phase nobody is spread over the nation, or the shares do not steer (phase 3). */
  const proposal = createMemo((): Proposal | undefined => {
    const facts = { beds: beds() ?? [], phases: phases() ?? [], exempt: exemptAt(exemptions() ?? [], now()) }
    const phase = nationalPhase(facts.phases, now())
    if (!isCrisis(phase) || phase === '3') return undefined
    const most = typed().most
    const open = (wishes.transfers() ?? []).filter(isOpen)
    const asked = { day: wishes.day(), bed: bed(), now: now(), ...(most === null ? {} : { most }) }
    return proposeWishes(wishInput({ ...facts, open }, asked))
  })
  /** What is named counts, and what the rule adds to it. */
  const proposed = createMemo(() => {
    const sum = new Map<string, number>()
    for (const pair of wishes.progress()?.pairs ?? []) sum.set(pairKey(pair), pair.named)
    for (const pair of proposal()?.pairs ?? [])
      sum.set(pairKey(pair), (sum.get(pairKey(pair)) ?? 0) + pair.patients)
    return sum
  })
  const published = createMemo(
    () => new Map((wishes.wish()?.pairs ?? []).map((pair) => [pairKey(pair), pair.wanted])),
  )
  const pairs = createMemo((): WishPair[] => {
    const keys = new Set([...proposed().keys(), ...published().keys(), ...Object.keys(typed().wanted)])
    const start = published().size > 0 ? published() : proposed()
    return [...keys]
      .map((key) => {
        const [from = '', to = ''] = key.split(' ')
        const wanted = typed().wanted[key] ?? start.get(key) ?? 0
        return { from, to, wanted, proposed: proposed().get(key) ?? 0 }
      })
      .sort(byPair)
  })
  const set = (pair: { from: string; to: string }, wanted: number) =>
    setDraft({ ...typed(), wanted: { ...typed().wanted, [pairKey(pair)]: wanted } })
  const limit = (most: number) => setDraft({ ...typed(), most })
  const takeProposal = () =>
    setDraft({
      ...typed(),
      wanted: Object.fromEntries(pairs().map((pair) => [pairKey(pair), pair.proposed])),
    })
  return { proposal, pairs, set, limit, takeProposal, clear, most: () => typed().most }
}
export type Publishing = ReturnType<typeof createPublishing>
