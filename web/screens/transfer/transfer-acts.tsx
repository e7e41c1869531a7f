import { createSignal, For, Show } from 'solid-js'

import { identityIn } from '#shared/access/free-text.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { ActsNow } from '#shared/transfers/acts-now.ts'
import { CANCEL_REASONS, type CancelReason, type Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { actName } from '#web/pieces/act-name.ts'
import { noteOf, ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { optionsOf } from '#web/pieces/terms-options.ts'
import { createDraft } from '#web/state/drafts.ts'
import type { Acting } from '#web/screens/create-acting.ts'

import { primaryOf, type Step, stepLabel, stepsFor, wayOn } from './steps.ts'

type Props = {
  transfer: Transfer
  /** The live one. */
  reservation: Reservation | null
  ride: Ride | null
  acts: ActsNow
  acting: Acting
}

/** Taken at once: nothing ends, and a second step undoes them. */
const AT_ONCE: readonly Step[] = ['reservation.accept-counter', 'transfer.resume']

/** One thing to press, the rest in a quiet menu, each with its own form. */
export function TransferActs(props: Props) {
  const [menu, setMenu] = createSignal(false)
  const [asked, setAsked] = createSignal<Step>()
  /** The words hold an identity: they do not leave this device. */
  const [identified, setIdentified] = createSignal(false)
  const steps = () => stepsFor(props)
  const way = () => wayOn(props)
  const primary = () => (way() ? undefined : primaryOf(steps()))
  const others = () => steps().filter((step) => step !== primary())
  async function take(step: Step, said: Said<CancelReason> = { note: '' }): Promise<boolean> {
    const isIdentified = identityIn(said.note) !== null
    setIdentified(isIdentified)
    if (isIdentified) return false
    const done = await run(props, step, said)
    if (done) announce(t('transfers.step.queued', { act: actName(step) }))
    return done
  }
  const choose = (step: Step) => {
    setMenu(false)
    if (AT_ONCE.includes(step)) void take(step)
    else setAsked(step)
  }
  return (
    <Show when={steps().length > 0 || way()}>
      <Show when={identified()}>
        <ActStop stopped={{ refused: { code: 'text.identity' } }} />
      </Show>
      <ActionBar>
        <Show when={way()}>
          {(to) => (
            <LinkButton variant="primary" href={to().href}>
              {to().label}
            </LinkButton>
          )}
        </Show>
        <Show when={primary()}>
          {(step) => (
            <Button variant="primary" busy={props.acting.busy()} onClick={() => choose(step())}>
              {stepLabel(step(), props.reservation)}
            </Button>
          )}
        </Show>
        <Show when={others().length > 0}>
          <Button icon="menu" onClick={() => setMenu(true)}>
            {t('transfers.step.menu')}
          </Button>
        </Show>
      </ActionBar>
      <Dialog open={menu()} title={t('transfers.step.menu')} onClose={() => setMenu(false)} sheet>
        <ul class="transfer-menu">
          <For each={others()}>
            {(step) => (
              <li>
                <Button variant="quiet" wide onClick={() => choose(step)}>
                  {stepLabel(step, props.reservation)}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Dialog>
      <Show when={asked()} keyed>
        {(step) => <AskStep step={step} {...props} take={take} onClose={() => setAsked(undefined)} />}
      </Show>
    </Show>
  )
}

const ENDS: readonly Step[] = [
  'transfer.withdraw',
  'transfer.solve-elsewhere',
  'transfer.decease',
  'reservation.retract',
]
/** A plain yes: their commands carry no words. */
const WORDLESS: readonly Step[] = ['transfer.decease', 'transfer.close', 'ride.arrive']

type AskProps = Props & {
  step: Step
  take: (step: Step, said: Said<CancelReason>) => Promise<boolean>
  onClose: () => void
}

/** What a step brings about, and its reason where it has one. What was typed stays until it is taken. */
function AskStep(props: AskProps) {
  const [said, setSaid, clear] = createDraft<Said<CancelReason>>(`${props.step}:${props.transfer.id}`)
  const value = () => said() ?? { note: '' }
  async function submit(): Promise<void> {
    if (await props.take(props.step, value())) await clear()
    props.onClose()
  }
  const title = () => stepLabel(props.step, props.reservation)
  const text = () =>
    t(`transfers.stepText.${props.step as Exclude<Step, 'reservation.accept-counter' | 'transfer.resume'>}`)
  const isEnd = () => ENDS.includes(props.step)
  return (
    <Show
      when={WORDLESS.includes(props.step)}
      fallback={
        <ReasonDialog
          open
          title={title()}
          reasons={props.step === 'transfer.withdraw' ? optionsOf('cancel', CANCEL_REASONS) : undefined}
          noteLabel={t('transfers.field.note')}
          noteRequired={props.step === 'transfer.hand-back'}
          value={value()}
          onChange={setSaid}
          submit={title()}
          danger={isEnd()}
          busy={props.acting.busy()}
          onSubmit={() => void submit()}
          onClose={props.onClose}
        >
          <p>{text()}</p>
        </ReasonDialog>
      }
    >
      <Dialog
        open
        title={title()}
        onClose={props.onClose}
        footer={
          <>
            <Button
              variant={isEnd() ? 'danger' : 'primary'}
              busy={props.acting.busy()}
              onClick={() => void submit()}
            >
              {title()}
            </Button>
            <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          </>
        }
      >
        <p>{text()}</p>
      </Dialog>
    </Show>
  )
}

/** Queues the step. */
async function run({ transfer, reservation, ride, acting }: Props, step: Step, said: Said<CancelReason>) {
  const own = { transfer: transfer.id }
  switch (step) {
    case 'transfer.withdraw':
      return said.reason === undefined
        ? false
        : acting.run(step, { ...own, reason: said.reason, ...noteOf(said) })
    case 'transfer.hold':
    case 'transfer.solve-elsewhere':
      return acting.run(step, { ...own, ...noteOf(said) })
    case 'transfer.hand-back':
      return acting.run(step, { ...own, note: said.note })
    case 'ride.arrive':
      return ride === null ? false : acting.run(step, { ride: ride.id })
    case 'reservation.retract':
      return reservation === null ? false : acting.run(step, { reservation: reservation.id, ...noteOf(said) })
    case 'reservation.accept-counter':
      return reservation === null ? false : acting.run(step, { reservation: reservation.id })
    default:
      return acting.run(step, own)
  }
}
