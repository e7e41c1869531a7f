import { createSignal, Show } from 'solid-js'

import type { VehicleKind } from '#shared/terms.ts'
import type { FleetVehicle } from '#shared/transport/fleet-now.ts'
import type { Payload } from '#shared/wire/command.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Checks } from '#web/parts/checks.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { areHours, Cylinders, type Cylinder, fits, HoursFields } from './vehicle-fields.tsx'

export type VehicleSet = Omit<Payload<'vehicle.set'>, 'entry'>

type Props = {
  vehicle: FleetVehicle
  /** Of a new vehicle: which kinds its house may add. */
  kinds?: ((org: string) => readonly VehicleKind[]) | undefined
  /** Houses it may belong to, its own among them. */
  homes: readonly string[]
  /** Gives in words why it was not kept; then the form stays as it is. */
  onSave: (set: VehicleSet) => Promise<string | undefined>
  onClose: () => void
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9+ -]{1,39}$/

/** What a vehicle is: its call sign, house, hours, abilities and oxygen. HFNO follows from its kind (R4). */
export function VehicleForm(props: Props) {
  const before = props.vehicle
  const [name, setName] = createSignal(before.name)
  const [org, setOrg] = createSignal(before.org)
  const [kind, setKind] = createSignal(before.kind)
  const [hours, setHours] = createSignal(before.hours)
  const { isolation, bariatric } = before.abilities
  const [can, setCan] = createSignal<('isolation' | 'bariatric')[]>([
    ...(isolation ? (['isolation'] as const) : []),
    ...(bariatric ? (['bariatric'] as const) : []),
  ])
  const [oxygen, setOxygen] = createSignal<Cylinder[]>([...before.oxygen])
  const [wrong, setWrong] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)
  const save = async () => {
    // Two taps are one vehicle.
    if (busy()) return
    if (!NAME.test(name().trim()) || !areHours(hours()) || !oxygen().every(fits)) {
      setWrong(t('dayBoard.fleet.wrong'))
      return
    }
    setBusy(true)
    const refused = await props.onSave({
      vehicle: before.id,
      kind: kind(),
      name: name().trim(),
      org: org(),
      hours: hours(),
      oxygen: oxygen().map(({ litres = 0, bar = 0 }) => ({ litres, bar })),
      abilities: {
        hfno: kind() === 'ambulance-plus',
        isolation: can().includes('isolation'),
        bariatric: can().includes('bariatric'),
      },
    })
    setBusy(false)
    if (refused === undefined) props.onClose()
    else setWrong(refused)
  }
  return (
    <Dialog
      open
      sheet
      title={
        props.kinds ? t('dayBoard.fleet.add') : t('dayBoard.fleet.changeTitle', { vehicle: before.name })
      }
      onClose={props.onClose}
      footer={
        <>
          <Button variant="primary" busy={busy()} onClick={() => void save()}>
            {t('dayBoard.fleet.save')}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        <Show when={wrong()}>
          {(words) => (
            <Notice kind="stop" live="assertive" title={t('dayBoard.fleet.problem')}>
              {words()}
            </Notice>
          )}
        </Show>
        <TextField
          label={t('dayBoard.fleet.name')}
          hint={t('dayBoard.fleet.nameHint')}
          value={name()}
          maxLength={40}
          onChange={setName}
        />
        <Show when={props.homes.length > 1}>
          <Select
            label={t('dayBoard.fleet.home')}
            options={props.homes.map((value) => ({ value, label: orgName(value) }))}
            value={org()}
            placeholder={t('dayBoard.team.choose')}
            onChange={setOrg}
          />
        </Show>
        <Show when={props.kinds}>
          {(kinds) => (
            <Choice
              label={t('dayBoard.fleet.kind')}
              hint={t('dayBoard.fleet.kindHint')}
              options={kinds()(org()).map((value) => ({ value, label: term('vehicle', value) }))}
              value={kind()}
              onChange={setKind}
              stacked
            />
          )}
        </Show>
        <HoursFields value={hours()} onChange={setHours} />
        <Checks
          label={t('dayBoard.fleet.abilities')}
          options={(['isolation', 'bariatric'] as const).map((value) => ({
            value,
            label: t(`dayBoard.fleet.${value}`),
          }))}
          value={can()}
          onChange={setCan}
        />
        <Cylinders value={oxygen()} onChange={setOxygen} />
      </Fields>
    </Dialog>
  )
}
