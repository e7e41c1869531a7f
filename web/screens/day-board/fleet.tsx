import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'

import type { VehicleKind } from '#shared/terms.ts'
import { carriers } from '#shared/reference/fleet.ts'
import { micuCentres } from '#shared/reference/micu-centres.ts'
import { safetyRegions } from '#shared/reference/safety-regions.ts'
import { type FleetVehicle, fleetNow, isOut, mayOwn } from '#shared/transport/fleet-now.ts'
import { OUTAGE_REASONS, type OutageReason } from '#shared/transport/vehicle-row.ts'
import { moment, number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Section } from '#web/parts/section.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { orgName } from '#web/pieces/place-name.ts'
import { ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { term } from '#web/pieces/term.ts'
import { VehicleForm, type VehicleSet } from '#web/pieces/transport/vehicle-form.tsx'
import { type Acted, act } from '#web/state/act.ts'
import { now } from '#web/state/now.ts'
import { createRegister } from '#web/state/register.ts'
import { hasRole, myOrgs } from '#web/state/session.ts'

import { HelpAsked } from '#web/screens/transport/help-asked.tsx'
import { NewVehicle } from './new-vehicle.tsx'
import { Teams } from './teams.tsx'

import './fleet.css'

/** The vehicles: what they can, whether they are in service; and the extra MICU teams. */
export default function Fleet() {
  const vehicles = createRegister('vehicle')
  const teams = createRegister('team')
  const [asked, setAsked] = createSignal<FleetVehicle>()
  const [said, setSaid] = createSignal<Said<OutageReason>>({ note: '' })
  const [changed, setChanged] = createSignal<FleetVehicle>()
  const [problem, setProblem] = createSignal<string>()
  const all = createMemo(() => {
    const [lines, extra] = [vehicles(), teams()]
    return lines && extra && fleetNow([...lines, ...extra], now())
  })
  const isMine = ({ org }: FleetVehicle) => hasRole('admin') || myOrgs('transport-desk').includes(org)
  const shown = () => all()?.filter((one) => isMine(one) || hasRole('secretary'))
  async function run(acting: Promise<Acted>) {
    const wrong = actedProblem(await acting)
    setProblem(wrong)
    announce(wrong ?? t('dayBoard.fleet.queued'), wrong === undefined ? 'polite' : 'assertive')
    return wrong === undefined
  }
  const takeOut = () => {
    const [vehicle, { reason }] = [asked(), said()]
    if (vehicle === undefined || reason === undefined) return
    const entry = crypto.randomUUID()
    void run(act('vehicle.out', { entry, vehicle: vehicle.id, reason, until: null }, { subject: vehicle.id }))
    setAsked(undefined)
  }
  const save = async (set: VehicleSet, entry: string = crypto.randomUUID()) => {
    const wrong = saveProblem(await act('vehicle.set', { entry, ...set }, { subject: set.vehicle }))
    if (wrong === undefined) {
      setProblem(undefined)
      announce(t('dayBoard.fleet.queued'))
    }
    return wrong
  }
  const putBack = ({ id: vehicle }: FleetVehicle) =>
    void run(act('vehicle.back', { entry: crypto.randomUUID(), vehicle }, { subject: vehicle }))
  return (
    <>
      <PageHead title={t('dayBoard.fleet.title')} />
      <Show when={problem()}>
        {(words) => (
          <Notice kind="stop" title={t('dayBoard.fleet.problem')}>
            {words()}
          </Notice>
        )}
      </Show>
      <HelpAsked />
      <Teams teams={teams() ?? []} onRun={run} />
      <Section title={t('dayBoard.scope')}>
        <NewVehicle houses={hasRole('admin') ? HOUSES : myOrgs('transport-desk')} onSave={save} />
        <Show when={shown()} fallback={<Loading rows={6} />}>
          {(found) => (
            <ByKind vehicles={found()}>
              {(vehicle) => (
                <Line
                  vehicle={vehicle}
                  mine={isMine(vehicle)}
                  onOut={() => {
                    setSaid({ note: '' })
                    setAsked(vehicle)
                  }}
                  onBack={() => putBack(vehicle)}
                  onChange={() => setChanged(vehicle)}
                />
              )}
            </ByKind>
          )}
        </Show>
      </Section>
      <Show when={changed()} keyed>
        {(vehicle) => (
          <VehicleForm
            vehicle={vehicle}
            homes={hasRole('admin') ? homesFor(vehicle) : [vehicle.org]}
            onSave={save}
            onClose={() => setChanged(undefined)}
          />
        )}
      </Show>
      <ReasonDialog<OutageReason>
        open={asked() !== undefined}
        title={t('dayBoard.fleet.outTitle', { vehicle: asked()?.name ?? '' })}
        reasons={OUTAGE_REASONS.map((value) => ({ value, label: t(`dayBoard.fleet.why.${value}`) }))}
        value={said()}
        onChange={setSaid}
        submit={t('dayBoard.fleet.out')}
        danger
        busy={false}
        onSubmit={takeOut}
        onClose={() => setAsked(undefined)}
      >
        <p>{t('dayBoard.fleet.outText')}</p>
      </ReasonDialog>
    </>
  )
}

/** A name is what people call over the radio: two of one are none. */
const saveProblem = (acted: Acted): string | undefined =>
  acted.refused?.code === 'already-exists' ? t('dayBoard.fleet.taken') : actedProblem(acted)

/** So many of one kind are shown at once; more are there on demand. */
const SHOWN = 12
const KINDS: readonly VehicleKind[] = ['micu', 'ambulance-plus', 'helicopter', 'bus', 'ambulance']

/** What is out of service first; then by kind, the many ambulances on demand. */
function ByKind(props: {
  vehicles: readonly FleetVehicle[]
  children: (vehicle: FleetVehicle) => JSX.Element
}) {
  const away = () => props.vehicles.filter((one) => isOut(one, now()))
  const groups = () =>
    KINDS.map((kind) => props.vehicles.filter((one) => one.kind === kind && !isOut(one, now())))
  const list = (some: readonly FleetVehicle[]) => (
    <ul class="fleet">
      <For each={some}>{props.children}</For>
    </ul>
  )
  return (
    <Show
      when={props.vehicles.length > 0}
      fallback={<Empty kind="nothing" title={t('dayBoard.noVehicles')} />}
    >
      {list(away())}
      <For each={groups()}>
        {(some) => (
          <Show when={some.length > SHOWN && some[0]} fallback={list(some)}>
            {(first) => (
              <Disclosure label={term('vehicle', first().kind)} note={number(some.length, 0)}>
                {list(some)}
              </Disclosure>
            )}
          </Show>
        )}
      </For>
    </Show>
  )
}

/** Houses that may have a vehicle of this kind. */
const homesFor = ({ kind, org }: FleetVehicle): string[] => [
  ...new Set([org, ...HOUSES.filter((one) => mayOwn(one, kind))]),
]
const HOUSES = [
  ...micuCentres.map(({ id }) => id),
  ...safetyRegions.map(({ rav }) => rav.id),
  ...carriers.map(({ id }) => id),
]

type LineProps = {
  vehicle: FleetVehicle
  mine: boolean
  onOut: () => void
  onBack: () => void
  onChange: () => void
}

function Line(props: LineProps) {
  const away = () => isOut(props.vehicle, now())
  const words = () => {
    const { out } = props.vehicle
    if (out === null || !away()) return undefined
    const why = t(`dayBoard.fleet.why.${out.reason}`)
    return out.until === null
      ? why
      : `${why}, ${t('dayBoard.fleet.till', { until: moment(out.until, now()) })}`
  }
  return (
    <li class="fleet__line">
      <span class="fleet__words">
        <strong>{props.vehicle.name}</strong> {term('vehicle', props.vehicle.kind)},{' '}
        {orgName(props.vehicle.org)}
        <span class="fleet__facts">{factsOf(props.vehicle)}</span>
      </span>
      <StateMark
        state={away() ? 'stopped' : 'done'}
        label={t(away() ? 'dayBoard.fleet.isOut' : 'dayBoard.fleet.isIn')}
        note={words()}
      />
      <Show when={props.mine}>
        <span class="fleet__acts">
          <Show when={away()} fallback={<Button onClick={props.onOut}>{t('dayBoard.fleet.out')}</Button>}>
            <Button onClick={props.onBack}>{t('dayBoard.fleet.back')}</Button>
          </Show>
          <Show when={props.vehicle.team === null}>
            <Button
              variant="quiet"
              label={t('dayBoard.fleet.changeTitle', { vehicle: props.vehicle.name })}
              onClick={props.onChange}
            >
              {t('dayBoard.fleet.change')}
            </Button>
          </Show>
        </span>
      </Show>
    </li>
  )
}

function factsOf({ hours, oxygen, abilities, team }: FleetVehicle): string {
  const litres = oxygen.reduce((sum, { litres: size, bar }) => sum + size * bar, 0)
  return [
    team && t('dayBoard.fleet.extra'),
    hours === null ? undefined : `${hours.from}–${hours.until}`,
    abilities.hfno && 'HFNO',
    abilities.isolation && t('dayBoard.fleet.isolation'),
    abilities.bariatric && t('dayBoard.fleet.bariatric'),
    t('dayBoard.fleet.oxygen', { litres: number(litres, 0) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
