import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'

import { HAND_ON_REASONS, type HandOnReason, type Ride } from '#shared/rides/ride.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { FleetVehicle } from '#shared/transport/fleet-now.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { orgName, vehicleName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { optionsOf } from '#web/pieces/terms-options.ts'

export type HandOn = { vehicle?: string; why: HandOnReason; note?: string }

type Props = {
  open: boolean
  ride: Ride
  /** All there are at this moment, added ones and extra teams' too. */
  fleet: readonly Pick<FleetVehicle, 'id' | 'kind' | 'org'>[]
  onClose: () => void
  onHandOn: (said: HandOn) => void
}

type To = 'same' | 'other'

/** To the next shift on this vehicle, or to another vehicle, with why. */
export function RideHandOn(props: Props) {
  const [to, setTo] = createSignal<To>('same')
  const [vehicle, setVehicle] = createSignal<string>()
  const [reason, setReason] = createSignal<HandOnReason>()
  const [note, setNote] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  createEffect(
    on(
      () => props.open,
      () => {
        setTo('same')
        setVehicle(undefined)
        setReason(undefined)
        setNote('')
        setMissing(false)
      },
    ),
  )
  const vehicles = createMemo(() => (props.open ? othersThan(props.ride, props.fleet) : []))
  const submit = () => {
    const why = reason()
    const onto = to() === 'other' ? vehicle() : undefined
    const words = note().trim()
    if (why === undefined || (to() === 'other' && onto === undefined) || words.length > FREE_TEXT_MAX)
      setMissing(true)
    else
      props.onHandOn({
        why,
        ...(onto === undefined ? {} : { vehicle: onto }),
        ...(words === '' ? {} : { note: words }),
      })
  }
  const required = (absent: boolean) => (missing() && absent ? t('refusals.field.required') : undefined)
  return (
    <Dialog
      open={props.open}
      title={t('crew.handOn.title')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button variant="primary" onClick={submit}>
            {t('crew.handOn.do')}
          </Button>
          <Button onClick={() => props.onClose()}>{t('crew.handOn.not')}</Button>
        </>
      }
    >
      <Fields>
        <p>{t('crew.handOn.text')}</p>
        <Choice
          label={t('crew.handOn.to')}
          options={[
            { value: 'same', label: t('crew.handOn.sameVehicle') },
            { value: 'other', label: t('crew.handOn.otherVehicle') },
          ]}
          value={to()}
          onChange={setTo}
          stacked
        />
        <Show when={to() === 'other'}>
          <Select
            label={t('crew.handOn.vehicle')}
            options={vehicles()}
            value={vehicle()}
            onChange={setVehicle}
            placeholder={t('crew.handOn.chooseVehicle')}
            error={required(vehicle() === undefined)}
          />
        </Show>
        <Choice
          label={t('common.reason')}
          options={optionsOf('hand-on', HAND_ON_REASONS)}
          value={reason()}
          onChange={setReason}
          stacked
          error={required(reason() === undefined)}
        />
        <TextArea
          label={t('crew.handOn.note')}
          value={note()}
          onChange={setNote}
          limit={FREE_TEXT_MAX}
          rows={2}
          optional
        />
      </Fields>
    </Dialog>
  )
}

/** By kind, that of the ride first; the server says no to one that may not carry the patient. */
function othersThan({ vehicle, vehicleKind }: Ride, fleet: Props['fleet']) {
  const kinds = [...new Set([vehicleKind, ...fleet.map(({ kind }) => kind)])]
  return kinds.map((kind) => ({
    group: term('vehicle', kind),
    options: fleet
      .filter((one) => one.kind === kind && one.id !== vehicle)
      .map(({ id, org }) => ({ value: id, label: `${vehicleName(id)} · ${orgName(org)}` })),
  }))
}
