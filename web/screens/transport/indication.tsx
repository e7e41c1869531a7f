import { createMemo, createSignal, Show } from 'solid-js'

import { guardTransfer } from '#shared/access/guard.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import { indicationOf } from '#shared/transport/indication.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { IndicationPanel, type IndicationSaid } from '#web/pieces/transport/indication-panel.tsx'
import { RideProblem } from '#web/pieces/rides/ride-problem.tsx'
import { act } from '#web/state/act.ts'
import { now } from '#web/state/now.ts'
import type { OutboxEntry } from '#web/state/outbox.ts'
import { me } from '#web/state/session.ts'

type Props = { transfer: Transfer; pending: readonly OutboxEntry[] }

/** The desk's answer whether this patient may be driven; others read it. */
export function Indication(props: Props) {
  const [problem, setProblem] = createSignal<string>()
  const mayAnswer = createMemo(
    () => !('refused' in guardTransfer(props.transfer, me(), transferSteps['transfer.indicate'])),
  )
  const busy = () =>
    props.pending.some(
      ({ name, state }) => name === 'transfer.indicate' && (state === 'waiting' || state === 'sending'),
    )
  const isShown = () => mayAnswer() || indicationOf(props.transfer) !== null
  async function say(said: IndicationSaid) {
    const { id } = props.transfer
    const acted = await act('transfer.indicate', { transfer: id, ...said }, { subject: id })
    const wrong = actedProblem(acted)
    setProblem(wrong)
    announce(wrong ?? t('transport.indication.done'), wrong === undefined ? 'polite' : 'assertive')
  }
  return (
    <Show when={isShown()}>
      <IndicationPanel
        transfer={props.transfer}
        now={now()}
        mayAnswer={mayAnswer()}
        busy={busy()}
        onSay={(said) => void say(said)}
      />
      <RideProblem words={problem()} />
    </Show>
  )
}
