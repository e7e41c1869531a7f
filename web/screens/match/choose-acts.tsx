import { createSignal, Show } from 'solid-js'

import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { HandBack } from './hand-back.tsx'
import { HandOver } from './hand-over.tsx'

type Props = {
  transfer: Transfer
  match: MatchView
  acting: Acting
  /** To whom the offer would go; undefined where there is none to make. */
  hospital: string | undefined
  /** The RCPS hands over, the LCPS hands back; undefined where neither may. */
  hands: 'over' | 'back' | undefined
  onOffer: () => void
}

/** The foot of the match: the offer, and the way to the other coordinator. */
export function ChooseActs(props: Props) {
  const [handing, setHanding] = createSignal<'over' | 'back'>()
  const close = () => setHanding(undefined)
  return (
    <>
      <Show when={props.hospital ?? props.hands}>
        <ActionBar>
          <Show when={props.hospital}>
            {(id) => (
              <Button
                variant="primary"
                busy={props.acting.busy() || props.acting.isUnderWay('transfer.offer')}
                onClick={props.onOffer}
              >
                {t('matching.offer.to', { hospital: hospitalName(id()) })}
              </Button>
            )}
          </Show>
          <Show when={props.hands}>
            {(way) => (
              <Button variant={props.hospital ? 'secondary' : 'primary'} onClick={() => setHanding(way())}>
                {t(way() === 'back' ? 'matching.handBack.open' : 'matching.handOver.open')}
              </Button>
            )}
          </Show>
        </ActionBar>
      </Show>
      <HandOver
        open={handing() === 'over'}
        transfer={props.transfer}
        match={props.match}
        acting={props.acting}
        onClose={close}
      />
      <HandBack open={handing() === 'back'} transfer={props.transfer} acting={props.acting} onClose={close} />
    </>
  )
}
