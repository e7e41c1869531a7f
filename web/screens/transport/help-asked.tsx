import { createMemo, createSignal, For, Show } from 'solid-js'

import { TEAM_BODY } from '#shared/transport/decide-team.ts'
import { fleetNow, teamVehicleId } from '#shared/transport/fleet-now.ts'
import { HELP_REFUSALS, type Help, type HelpRefusal, openAskOf } from '#shared/transport/help.ts'
import { helpOrder } from '#shared/transport/help-order.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { HelpLine } from '#web/pieces/transport/help-line.tsx'
import { HelpPromise, type Promised } from '#web/pieces/transport/help-promise.tsx'
import { RideProblem } from '#web/pieces/rides/ride-problem.tsx'
import { type Acted, act } from '#web/state/act.ts'
import { createHelpAsked } from '#web/state/help.ts'
import { now } from '#web/state/now.ts'
import { createRegister } from '#web/state/register.ts'
import { me } from '#web/state/session.ts'

/** What other centres ask of this house, each with a yes or a no; nothing where nobody asks. */
export function HelpAsked() {
  const asked = createHelpAsked()
  const vehicles = createRegister('vehicle')
  const teams = createRegister('team')
  const [open, setOpen] = createSignal<{ id: string; yes: boolean }>()
  const [said, setSaid] = createSignal<Said<HelpRefusal>>({ note: '' })
  const [problem, setProblem] = createSignal<string>()
  const lines = createMemo(() => [...(vehicles() ?? []), ...(teams() ?? [])])
  const house = (help: Help) =>
    me().memberships.find((held) => openAskOf(help, held) !== undefined)?.org ?? ''
  const opened = (yes: boolean) => {
    const at = open()
    return at?.yes === yes ? asked()?.find(({ id }) => id === at.id) : undefined
  }
  /** Of the house itself; of every centre for who decides on teams. */
  const mayPromise = (help: Help) => {
    const own = house(help)
    return fleetNow(lines(), help.departAt).filter(
      ({ kind, org, team }) => kind === 'micu' && (own === TEAM_BODY ? team !== null : org === own),
    )
  }
  const centresFor = (help: Help): string[] => {
    const own = house(help)
    if (help.step !== 'team' || (own !== TEAM_BODY && mayPromise(help).some(({ team }) => team !== null)))
      return []
    const { team } = helpOrder({ by: help.by, from: help.from }, lines(), help.departAt)
    return team.filter((one) => one !== TEAM_BODY && (own === TEAM_BODY || one === own))
  }
  async function run(acting: Promise<Acted>): Promise<boolean> {
    const wrong = actedProblem(await acting)
    setProblem(wrong)
    announce(wrong ?? t('transport.help.answered'), wrong === undefined ? 'polite' : 'assertive')
    return wrong === undefined
  }
  /** One after the other: the team is there when it is promised. */
  async function promise(help: Help, promised: Promised) {
    const about = { subject: help.id }
    setOpen(undefined)
    const yes = { help: help.id, answer: 'yes', departAt: promised.departAt } as const
    if ('vehicle' in promised) {
      await run(act('help.answer', { ...yes, vehicle: promised.vehicle }, about))
      return
    }
    const { centre, until, icBeds } = promised.team
    const team = { team: crypto.randomUUID(), centre, from: now(), until, icBeds }
    const started = await run(act('team.start', { ...team, reason: t('transport.help.teamReason') }, about))
    if (started) await run(act('help.answer', { ...yes, vehicle: teamVehicleId(centre) }, about))
  }
  function refuse(help: Help) {
    const { reason } = said()
    if (reason === undefined) return
    setOpen(undefined)
    void run(act('help.answer', { help: help.id, answer: 'no', reason }, { subject: help.id }))
  }
  return (
    <>
      <RideProblem words={problem()} />
      <Show when={asked()?.length}>
        <Section title={t('transport.help.asks')} side={asked()?.length}>
          <ul class="help__asks">
            <For each={asked()}>
              {(help) => (
                <HelpLine
                  help={help}
                  now={now()}
                  withTeam={centresFor(help).length > 0}
                  busy={help.pending === true}
                  onPromise={() => setOpen({ id: help.id, yes: true })}
                  onCannot={() => {
                    setSaid({ note: '' })
                    setOpen({ id: help.id, yes: false })
                  }}
                />
              )}
            </For>
          </ul>
        </Section>
      </Show>
      <Show when={opened(true)?.id} keyed>
        <Show when={opened(true)}>
          {(help) => (
            <HelpPromise
              help={help()}
              vehicles={mayPromise(help())}
              centres={centresFor(help())}
              decidesBeds={house(help()) === TEAM_BODY}
              busy={false}
              onPromise={(promised) => void promise(help(), promised)}
              onClose={() => setOpen(undefined)}
            />
          )}
        </Show>
      </Show>
      <Cannot
        help={opened(false)}
        said={said()}
        onChange={setSaid}
        onSubmit={refuse}
        onClose={() => setOpen(undefined)}
      />
    </>
  )
}

type CannotProps = {
  help: Help | undefined
  said: Said<HelpRefusal>
  onChange: (said: Said<HelpRefusal>) => void
  onSubmit: (help: Help) => void
  onClose: () => void
}

/** No, with a reason of the list: nothing to type. */
function Cannot(props: CannotProps) {
  return (
    <ReasonDialog<HelpRefusal>
      open={props.help !== undefined}
      title={t('transport.help.cannot')}
      reasons={HELP_REFUSALS.map((value) => ({ value, label: t(`transport.help.why.${value}`) }))}
      value={props.said}
      onChange={props.onChange}
      submit={t('transport.help.cannot')}
      busy={false}
      onSubmit={() => props.help && props.onSubmit(props.help)}
      onClose={props.onClose}
    >
      <p>{t('transport.help.cannotText')}</p>
    </ReasonDialog>
  )
}
