import { Show } from 'solid-js'

import type { Claim } from '#shared/transfers/transfer.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import { Button } from '#web/parts/button.tsx'
import { actorOrg } from '#web/pieces/rcps-name.ts'

import './claim-line.css'

/** "Opgepakt door RCPS Utrecht, 14:02" */
export function claimWords(claim: Claim, person: string, now: string): string {
  const time = daysBetween(now, claim.at) === 0 ? clock(claim.at) : moment(claim.at, now)
  return claim.person === person
    ? t('matching.claim.mine', { time })
    : t('matching.claim.by', { who: actorOrg(claim.role, claim.org), time })
}

type Props = {
  claim: Claim | null
  /** The viewer's id. */
  person: string
  now: string
  /** Given where the step is this person's to take. */
  onClaim?: (() => void) | undefined
  onUnclaim?: (() => void) | undefined
  busy: boolean
}

/** Who works on this request and since when; the way to take it up and to let it go. */
export function ClaimLine(props: Props) {
  return (
    <p class="claim-line">
      <Show when={props.claim} fallback={<span class="claim-line__none">{t('matching.claim.none')}</span>}>
        {(claim) => <span>{claimWords(claim(), props.person, props.now)}</span>}
      </Show>
      <Show when={props.claim === null && props.onClaim}>
        {(claim) => (
          <Button busy={props.busy} onClick={() => claim()()}>
            {t('matching.claim.take')}
          </Button>
        )}
      </Show>
      <Show when={props.claim !== null && props.onUnclaim}>
        {(unclaim) => (
          <Button variant="quiet" busy={props.busy} onClick={() => unclaim()()}>
            {t(props.claim?.person === props.person ? 'matching.claim.drop' : 'matching.claim.free')}
          </Button>
        )}
      </Show>
    </p>
  )
}
