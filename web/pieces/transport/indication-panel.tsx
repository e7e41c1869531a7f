import { createSignal, Show } from 'solid-js'

import type { Transfer } from '#shared/transfers/transfer.ts'
import {
  INDICATION_REASONS,
  type IndicationAnswer,
  type IndicationReason,
  indicationOf,
  SIDES,
  type Side,
} from '#shared/transport/indication.ts'
import { ravsOf } from '#shared/transport/transport-facts.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Section } from '#web/parts/section.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { noteOf, ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'

import { IndicationFact } from './indication-fact.tsx'

import './indication-panel.css'

type Refusing = Exclude<IndicationAnswer, 'given'>
export type IndicationSaid = {
  answer: IndicationAnswer
  reason?: IndicationReason
  side?: Side
  note?: string
}

type Props = {
  transfer: Transfer
  now: string
  /** This person may answer now. */
  mayAnswer: boolean
  busy: boolean
  onSay: (said: IndicationSaid) => void
}

/** The indication of a move: one tap gives it, a reason refuses it or asks to stabilise first. */
export function IndicationPanel(props: Props) {
  const [open, setOpen] = createSignal<Refusing>()
  const [said, setSaid] = createSignal<Said<IndicationReason>>({ note: '' })
  const answer = () => indicationOf(props.transfer)?.answer
  const ask = (refusing: Refusing) => {
    setSaid({ note: '' })
    setOpen(refusing)
  }
  const submit = () => {
    const refusing = open()
    const { reason } = said()
    if (refusing === undefined || reason === undefined) return
    props.onSay({ answer: refusing, reason, ...noteOf(said()) })
    setOpen(undefined)
  }
  return (
    <Section title={t('transport.indication.title')}>
      <div class="indication">
        <IndicationFact
          transfer={props.transfer}
          now={props.now}
          none={t(props.mayAnswer ? 'transport.indication.none' : 'transport.indication.noneYet')}
        />
        <Show when={props.mayAnswer}>
          <Sides transfer={props.transfer} onSide={(side) => props.onSay({ answer: 'given', side })} />
          <p class="indication__acts">
            <Show when={answer() !== 'given'}>
              <Button busy={props.busy} onClick={() => props.onSay({ answer: 'given' })}>
                {t('transport.indication.give')}
              </Button>
            </Show>
            <Show when={answer() !== 'stabilise-first'}>
              <Button variant="quiet" onClick={() => ask('stabilise-first')}>
                {t('transport.indication.stabilise')}
              </Button>
            </Show>
            <Show when={answer() !== 'refused'}>
              <Button variant="quiet" onClick={() => ask('refused')}>
                {t('transport.indication.refuse')}
              </Button>
            </Show>
          </p>
          <RefusalDialog
            refusing={open()}
            said={said()}
            busy={props.busy}
            onChange={setSaid}
            onSubmit={submit}
            onClose={() => setOpen(undefined)}
          />
        </Show>
      </div>
    </Section>
  )
}

type DialogProps = {
  refusing: Refusing | undefined
  said: Said<IndicationReason>
  busy: boolean
  onChange: (said: Said<IndicationReason>) => void
  onSubmit: () => void
  onClose: () => void
}

function RefusalDialog(props: DialogProps) {
  const refusing = () => props.refusing ?? 'refused'
  const which = () => (refusing() === 'refused' ? 'refuse' : 'stabilise')
  return (
    <ReasonDialog<IndicationReason>
      open={props.refusing !== undefined}
      title={t(`transport.indication.${which()}Title`)}
      reasons={INDICATION_REASONS[refusing()].map((value) => ({
        value,
        label: t(`transport.indication.why.${value}`),
      }))}
      noteLabel={t('transport.indication.note')}
      value={props.said}
      onChange={props.onChange}
      submit={t(`transport.indication.${which()}`)}
      danger={refusing() === 'refused'}
      busy={props.busy}
      onSubmit={props.onSubmit}
      onClose={props.onClose}
    >
      <p>{t(`transport.indication.${which()}Text`)}</p>
    </ReasonDialog>
  )
}

/** A ward patient: the sending or the receiving RAV, where those are two. */
function Sides(props: { transfer: Transfer; onSide: (side: Side) => void }) {
  const ravs = () => ravsOf(props.transfer)
  const isAsked = () => {
    const [sending, receiving] = ravs()
    return props.transfer.bed === 'ward' && sending !== receiving
  }
  return (
    <Show when={isAsked()}>
      <Choice
        label={t('transport.indication.side')}
        stacked
        options={SIDES.map((value, at) => ({
          value,
          label: t(`transport.indication.side.${value}`, { rav: orgName(ravs()[at] ?? '') }),
        }))}
        value={indicationOf(props.transfer)?.side ?? undefined}
        onChange={props.onSide}
      />
    </Show>
  )
}
