import { createSignal, Show } from 'solid-js'

import type { VehicleKind } from '#shared/terms.ts'
import { ADDED_KINDS, addedVehicleId } from '#shared/transport/added-vehicle.ts'
import { type FleetVehicle, mayOwn, placeOf } from '#shared/transport/fleet-now.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { VehicleForm, type VehicleSet } from '#web/pieces/transport/vehicle-form.tsx'

type Props = {
  /** Houses this person may add one to. */
  houses: readonly string[]
  onSave: (set: VehicleSet, entry: string) => Promise<string | undefined>
}

const kindsOf = (org: string): VehicleKind[] => ADDED_KINDS.filter((kind) => mayOwn(org, kind))

/** A vehicle that is not in the reference comes into the fleet of a house. */
export function NewVehicle(props: Props) {
  const [open, setOpen] = createSignal(false)
  const homes = () => props.houses.filter((org) => kindsOf(org).length > 0)
  const save = (set: VehicleSet) => {
    const entry = crypto.randomUUID()
    return props.onSave({ ...set, vehicle: addedVehicleId(set.org, entry) }, entry)
  }
  return (
    <Show when={homes()[0]}>
      {(first) => (
        <>
          <p class="fleet__add">
            <Button icon="plus" onClick={() => setOpen(true)}>
              {t('dayBoard.fleet.add')}
            </Button>
          </p>
          <Show when={open()}>
            <VehicleForm
              vehicle={blank(first())}
              homes={homes()}
              kinds={kindsOf}
              onSave={save}
              onClose={() => setOpen(false)}
            />
          </Show>
        </>
      )}
    </Show>
  )
}

const blank = (org: string): FleetVehicle => ({
  ...{ id: '', kind: 'ambulance', name: '', org, ...placeOf(org), hours: null },
  oxygen: [{ litres: 10, bar: 190 }],
  abilities: { hfno: false, isolation: false, bariatric: false },
  ...{ fictional: false, out: null, team: null },
})
