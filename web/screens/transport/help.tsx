import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'

import { isActive } from '#shared/rides/ride.ts'
import { settingOf } from '#shared/settings/setting-of.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { ownReason } from '#shared/transport/decide-help.ts'
import { HELP_STEPS, promiseOf } from '#shared/transport/help.ts'
import { helpOrder } from '#shared/transport/help-order.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { HelpPanel } from '#web/pieces/transport/help-panel.tsx'
import { HelpOrder } from '#web/pieces/transport/help-steps.tsx'
import { ownWords } from '#web/pieces/transport/help-words.ts'
import { RideProblem } from '#web/pieces/rides/ride-problem.tsx'
import { type Acted, act } from '#web/state/act.ts'
import { createHelpOf } from '#web/state/help.ts'
import { now } from '#web/state/now.ts'
import { createRegister } from '#web/state/register.ts'
import { createRides } from '#web/state/rides.ts'
import { myOrgs } from '#web/state/session.ts'

type Props = {
  transfer: Transfer
  /** The departure that is being planned; absent: the earliest. */
  departAt?: string | undefined
  /** Takes a promised vehicle over; absent where this person does not plan. */
  onUse?: (vehicle: string, departAt: string) => void
}

const FIVE = 5 * 60_000

/** MICU help for one move: asked for where the own MICU cannot drive it, and followed to its answer. */
export function Help(props: Props) {
  const help = createHelpOf(() => props.transfer.id)
  const [problem, setProblem] = createSignal<string>()
  const centre = () =>
    props.transfer.desks.find((one) => one.startsWith('micu-') && myOrgs('transport-desk').includes(one))
  const isOver = () => help() === undefined || help()?.state === 'ended' || help()?.state === 'none'
  async function run(acting: Promise<Acted>, done: string) {
    const wrong = actedProblem(await acting)
    setProblem(wrong)
    announce(wrong ?? done, wrong === undefined ? 'polite' : 'assertive')
  }
  const about = () => ({ subject: props.transfer.id })
  const use = () => {
    const found = help()
    const promise = found && promiseOf(found)
    if (promise?.vehicle == null || promise.departAt === null) return
    props.onUse?.(promise.vehicle, promise.departAt)
    announce(t('transport.help.used'), 'polite')
  }
  return (
    <>
      <Show when={help()}>
        {(found) => (
          <HelpPanel
            help={found()}
            now={now()}
            mine={found().by === centre()}
            busy={found().pending === true}
            onNext={() =>
              void run(act('help.next', { help: found().id }, about()), t('transport.help.asked'))
            }
            onEnd={() => void run(act('help.end', { help: found().id }, about()), t('transport.help.asked'))}
            {...(props.onUse ? { onUse: use } : {})}
          />
        )}
      </Show>
      <Switch>
        <Match when={isOver() && props.onUse !== undefined && centre()}>
          {(own) => (
            <Ask
              transfer={props.transfer}
              centre={own()}
              departAt={props.departAt}
              onAsk={(departAt) =>
                void run(
                  act(
                    'help.ask',
                    { help: crypto.randomUUID(), transfer: props.transfer.id, departAt },
                    about(),
                  ),
                  t('transport.help.asked'),
                )
              }
            />
          )}
        </Match>
      </Switch>
      <RideProblem words={problem()} />
    </>
  )
}

type AskProps = {
  transfer: Transfer
  centre: string
  departAt: string | undefined
  onAsk: (departAt: string) => void
}

/** Only where none of the own MICUs can drive it: why, in which order help is asked, and the button. */
function Ask(props: AskProps) {
  const vehicles = createRegister('vehicle')
  const teams = createRegister('team')
  const settings = createRegister('setting')
  const rides = createRides(isActive)
  const [wanted, setWanted] = createSignal<string>()
  const earliest = () => {
    const { readyFrom, window } = props.transfer
    const soon = new Date(Date.parse(now()) + 45 * 60_000).toISOString()
    const at = [readyFrom, window?.from ?? '', soon].sort().at(-1) ?? soon
    return new Date(Math.ceil(Date.parse(at) / FIVE) * FIVE).toISOString()
  }
  const departAt = () => wanted() ?? props.departAt ?? earliest()
  const lines = createMemo(() => [...(vehicles() ?? []), ...(teams() ?? [])])
  const own = createMemo(() => {
    const activeRides = (rides() ?? []).filter(({ transfer }) => transfer !== props.transfer.id)
    const why = ownReason({ register: lines(), activeRides }, props.transfer, props.centre, departAt(), now())
    return 'free' in why ? undefined : why
  })
  const steps = createMemo(() => {
    const { from, kind } = props.transfer
    const order = helpOrder({ by: props.centre, from }, lines(), departAt())
    const minutes = (step: (typeof HELP_STEPS)[number]) =>
      settingOf(settings() ?? [], `help.${step}.${kind}`, now())
    return HELP_STEPS.map((step) => ({ step, orgs: order[step], minutes: minutes(step) }))
  })
  return (
    <Show when={own()}>
      {(why) => (
        <Section title={t('transport.help.title')}>
          <p>
            <strong>{ownWords('own', why(), now())}</strong> {t('transport.help.order')}
          </p>
          <HelpOrder steps={steps()} />
          <div class="help__acts">
            <DateTimeField
              label={t('transport.depart')}
              value={departAt()}
              onChange={(at) => setWanted(at?.toISOString())}
            />
          </div>
          <p class="help__acts">
            <Button onClick={() => props.onAsk(departAt())}>{t('transport.help.ask')}</Button>
          </p>
        </Section>
      )}
    </Show>
  )
}
