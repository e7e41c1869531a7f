import { createSignal, Index, Show } from 'solid-js'

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
import { NumberField } from '#web/parts/number-field.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

export type VehicleSet = Omit<Payload<'vehicle.set'>, 'entry'>
type Cylinder = { litres: number | undefined; bar: number | undefined }

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

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
const NAME = /^[A-Za-z0-9][A-Za-z0-9+ -]{1,39}$/
const MOST = 12
const fits = ({ litres = 0, bar = -1 }: Cylinder): boolean =>
  litres >= 0.5 && litres <= 50 && (litres * 2) % 1 === 0 && bar >= 0 && bar <= 300 && bar % 1 === 0

/** What a vehicle is: its call sign, house, hours, abilities and oxygen. HFNO follows from its kind (R4). */
export function VehicleForm(props: Props) {
  const before = props.vehicle
  const [name, setName] = createSignal(before.name)
  const [org, setOrg] = createSignal(before.org)
  const [kind, setKind] = createSignal(before.kind)
  const [hours, setHours] = createSignal<'always' | 'some'>(before.hours === null ? 'always' : 'some')
  const [from, setFrom] = createSignal(before.hours?.from ?? '08:00')
  const [until, setUntil] = createSignal(before.hours?.until ?? '20:00')
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
    const clocks = hours() === 'always' || (CLOCK.test(from()) && CLOCK.test(until()) && from() < until())
    if (!NAME.test(name().trim()) || !clocks || !oxygen().every(fits)) {
      setWrong(t('dayBoard.fleet.wrong'))
      return
    }
    setBusy(true)
    const refused = await props.onSave({
      vehicle: before.id,
      kind: kind(),
      name: name().trim(),
      org: org(),
      hours: hours() === 'always' ? null : { from: from(), until: until() },
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
        <Choice
          label={t('dayBoard.fleet.hours')}
          options={(['always', 'some'] as const).map((value) => ({
            value,
            label: t(`dayBoard.fleet.hours.${value}`),
          }))}
          value={hours()}
          onChange={setHours}
        />
        <Show when={hours() === 'some'}>
          <Fields row>
            <TextField label={t('dayBoard.fleet.from')} value={from()} maxLength={5} onChange={setFrom} />
            <TextField label={t('dayBoard.fleet.until')} value={until()} maxLength={5} onChange={setUntil} />
          </Fields>
        </Show>
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

/** The bottles on board, each with its size and its usable pressure. */
function Cylinders(props: { value: Cylinder[]; onChange: (value: Cylinder[]) => void }) {
  const change = (at: number, part: Partial<Cylinder>) =>
    props.onChange(props.value.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <>
      <h3>{t('dayBoard.fleet.cylinders')}</h3>
      <Index each={props.value}>
        {(cylinder, at) => (
          <Fields row>
            <NumberField
              label={t('dayBoard.fleet.litres', { nr: at + 1 })}
              value={cylinder().litres}
              onChange={(litres) => change(at, { litres })}
            />
            <NumberField
              label={t('dayBoard.fleet.bar', { nr: at + 1 })}
              value={cylinder().bar}
              whole
              onChange={(bar) => change(at, { bar })}
            />
            <Button
              variant="quiet"
              onClick={() => props.onChange(props.value.filter((_, index) => index !== at))}
            >
              {t('dayBoard.fleet.dropCylinder', { nr: at + 1 })}
            </Button>
          </Fields>
        )}
      </Index>
      <Show when={props.value.length < MOST}>
        <Button onClick={() => props.onChange([...props.value, { litres: 10, bar: 190 }])}>
          {t('dayBoard.fleet.addCylinder')}
        </Button>
      </Show>
    </>
  )
}
