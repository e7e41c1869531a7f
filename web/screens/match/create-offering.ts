import { createSignal } from 'solid-js'

import { isBeyondAgreed } from '#shared/abroad/offer-abroad.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { createDraft } from '#web/state/drafts.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { createChosen } from './create-chosen.ts'

type Props = { transfer: Transfer; match: MatchView; acting: Acting }
type Typed = { hospital?: string; reason?: string }
export const WHY = 'offer-why'

/** The hospital that is chosen, here or abroad, why another than the first, and the offer to it. */
export function createOffering(props: Props, offers: () => boolean) {
  const [typed, setTyped, clear] = createDraft<Typed>(`offer:${props.transfer.id}`)
  const [tried, setTried] = createSignal(false)
  const { chosen, isPassed } = createChosen(
    () => props.match.candidates,
    () => typed()?.hospital,
  )
  const partner = () => props.match.abroad?.find(({ id, declined }) => id === typed()?.hospital && !declined)
  const abroad = () => partner()?.id
  const place = () => abroad() ?? chosen()?.hospital
  /** Abroad comes after every hospital here. */
  const isFirst = () => place() === (props.match.candidates[0]?.hospital ?? abroad())
  /** More than was agreed with it. */
  const isBeyond = () => {
    const chosen = partner()
    return chosen !== undefined && isBeyondAgreed(chosen, chosen.taken)
  }
  const needsReason = () => offers() && (!isFirst() || isBeyond() || !props.match.eligibility.eligible)
  const reason = () => (typed()?.reason ?? '').trim()
  const lacks = () => needsReason() && (reason() === '' || [...reason()].length > FREE_TEXT_MAX)

  async function offer(): Promise<void> {
    const hospital = place()
    if (hospital === undefined) return
    if (lacks()) {
      setTried(true)
      document.getElementById(WHY)?.focus()
      return
    }
    const queued = await props.acting.run('transfer.offer', {
      transfer: props.transfer.id,
      reservation: crypto.randomUUID(),
      hospital,
      ...(needsReason() ? { reason: reason() } : {}),
    })
    if (!queued) return
    announce(t('matching.offer.queued', { hospital: hospitalName(hospital) }))
    await clear()
  }
  return {
    place,
    isFirst,
    isBeyond,
    isPassed: () => abroad() === undefined && isPassed(),
    needsReason,
    typedReason: () => typed()?.reason ?? '',
    isMissing: () => tried() && reason() === '',
    choose: (hospital: string) => setTyped({ ...typed(), hospital }),
    say: (text: string) => setTyped({ ...typed(), reason: text }),
    offer,
  }
}
export type Offering = ReturnType<typeof createOffering>
