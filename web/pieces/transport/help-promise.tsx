import { createSignal, Show } from 'solid-js'

import type { Help } from '#shared/transport/help.ts'
import type { FleetVehicle } from '#shared/transport/fleet-now.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Select } from '#web/parts/select.tsx'
import { Stepper } from '#web/parts/stepper.tsx'

import { CentreSelect } from './centre-select.tsx'

export type TeamWish = { centre: string; until: string; icBeds: number }
/** A vehicle that drives, or a team that is to begin. */
export type Promised = { departAt: string } & ({ vehicle: string } | { team: TeamWish })

type Props = {
  help: Help
  /** What this house may promise. */
  vehicles: readonly FleetVehicle[]
  /** Centres of which a team may begin; empty where a vehicle is asked for. */
  centres: readonly string[]
  /** Whether this house may decide on IC beds. */
  decidesBeds: boolean
  busy: boolean
  onPromise: (promised: Promised) => void
  onClose: () => void
}

const DAY = 24 * 3_600_000

/** Yes, with a vehicle and a time; or with an extra team, which is a decision of its own. */
export function HelpPromise(props: Props) {
  const isTeam = () => props.centres.length > 0
  const [vehicle, setVehicle] = createSignal(props.vehicles[0]?.id)
  const [centre, setCentre] = createSignal(props.centres[0])
  const [departAt, setDepartAt] = createSignal(props.help.departAt)
  const [until, setUntil] = createSignal(new Date(Date.parse(props.help.departAt) + DAY).toISOString())
  const [icBeds, setBeds] = createSignal(0)
  const submit = () => {
    const [own, place] = [vehicle(), centre()]
    if (isTeam() && place !== undefined)
      props.onPromise({
        departAt: departAt(),
        team: { centre: place, until: until(), icBeds: props.decidesBeds ? icBeds() : 0 },
      })
    else if (own !== undefined) props.onPromise({ departAt: departAt(), vehicle: own })
  }
  return (
    <Dialog
      open
      title={t(isTeam() ? 'transport.help.promiseTeam' : 'transport.help.promise')}
      onClose={props.onClose}
      footer={
        <>
          <Button
            variant="primary"
            busy={props.busy}
            disabled={!isTeam() && vehicle() === undefined}
            onClick={submit}
          >
            {t(isTeam() ? 'transport.help.promiseTeam' : 'transport.help.promise')}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        <p>{t(isTeam() ? 'transport.help.teamText' : 'transport.help.promiseText')}</p>
        <Show when={isTeam()} fallback={<Vehicles {...props} value={vehicle()} onChange={setVehicle} />}>
          <CentreSelect centres={props.centres} value={centre()} onChange={setCentre} />
        </Show>
        <DateTimeField
          label={t('transport.depart')}
          value={departAt()}
          onChange={(at) => at && setDepartAt(at.toISOString())}
        />
        <Show when={isTeam()}>
          <DateTimeField
            label={t('dayBoard.team.until')}
            value={until()}
            onChange={(at) => at && setUntil(at.toISOString())}
          />
          <Show when={props.decidesBeds} fallback={<p>{t('dayBoard.team.bedsHint')}</p>}>
            <Stepper label={t('dayBoard.team.beds')} value={icBeds()} onChange={setBeds} min={0} max={20} />
          </Show>
        </Show>
      </Fields>
    </Dialog>
  )
}

type VehiclesProps = Pick<Props, 'vehicles'> & { value: string | undefined; onChange: (id: string) => void }

function Vehicles(props: VehiclesProps) {
  return (
    <Show when={props.vehicles.length > 0} fallback={<p>{t('transport.help.noneFree')}</p>}>
      <Select
        label={t('transport.vehicle')}
        options={props.vehicles.map(({ id, name }) => ({ value: id, label: name }))}
        value={props.value}
        placeholder={t('dayBoard.chooseVehicle')}
        onChange={props.onChange}
      />
    </Show>
  )
}
