import { fireEvent, render, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'

import type { FleetVehicle } from '#shared/transport/fleet-now.ts'
import '#test/support/dialogs.ts'
import '#test/support/web-setup.ts'

import { VehicleForm, type VehicleSet } from '#web/pieces/transport/vehicle-form.tsx'

const blank: FleetVehicle = {
  ...{
    id: '',
    kind: 'ambulance',
    name: '',
    org: 'rav-vr09',
    place: null,
    hours: null,
    out: null,
    extra: false,
  },
  ...{ oxygen: [], abilities: { hfno: false, isolation: false, bariatric: false } },
} as unknown as FleetVehicle

test('two taps are one vehicle', async () => {
  const sent: VehicleSet[] = []
  let kept: (wrong: undefined) => void = () => undefined
  render(() => (
    <VehicleForm
      vehicle={blank}
      kinds={() => ['ambulance']}
      homes={['rav-vr09']}
      onSave={(set) => {
        sent.push(set)
        return new Promise((done) => {
          kept = done
        })
      }}
      onClose={() => undefined}
    />
  ))
  fireEvent.input(screen.getByLabelText('Roepnaam'), { target: { value: 'RAV 09-190' } })
  const save = screen.getByRole('button', { name: 'Leg vast' })
  fireEvent.click(save)
  fireEvent.click(save)
  kept(undefined)
  await Promise.resolve()
  expect(sent.map(({ name }) => name)).toEqual(['RAV 09-190'])
})
