import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { AmbulancePlusNotice } from '#web/pieces/transfers/ambulance-plus-notice.tsx'
import { plus, T0 } from '#test/support/builders.ts'

afterEach(cleanup)
const next = { vehicle: 'ambplus-1', org: 'carrier-4b', freeFrom: plus(40), phone: '088-555 01 00' }

it('HFNO without an ambulance+: when and where one frees, and a line to tap', () => {
  render(() => <AmbulancePlusNotice next={next} now={T0} demo={false} />)
  expect(screen.getByRole('alert').textContent).toContain('Eerst vrij: Ambulance+ 1')
  expect(screen.getByRole('link', { name: /^Bel Ambulance\+ Midden/ }).getAttribute('href')).toBe(
    'tel:0885550100',
  )
})

it('in the demo nothing can be dialled', () => {
  render(() => <AmbulancePlusNotice next={next} now={T0} demo />)
  expect(screen.queryByRole('link')).toBeNull()
})
