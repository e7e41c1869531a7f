import { render, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'

import { sumBeds } from '#shared/beds/sum-beds.ts'
import { regionShare } from '#shared/fair-share/region-share.ts'
import '#test/support/web-setup.ts'

import { plus, someBeds, T0 } from '#test/support/builders.ts'
import { BedsTotal } from '#web/pieces/beds/beds-total.tsx'
import { HospitalTable } from '#web/pieces/fair-share/hospital-table.tsx'
import { VerifyFigures } from '#web/pieces/matching/verify-figures.tsx'

/** Said 25 minutes ago by a region's own feed: fresh, and still it says so. */
const beds = someBeds('umc-utrecht', 'ic', { source: 'lpz', feed: 'NAZMN', reportedAt: plus(-25) })
const older = someBeds('antonius-nieuwegein', 'ic', { reportedAt: plus(-90) })

test('a hospital’s share stands beside the age and the source of its figures', () => {
  const { hospitals } = regionShare('nazmn', 'ic', { beds: [beds], register: [] }, T0)
  render(() => <HospitalTable bed="ic" rows={hospitals} now={T0} />)
  const row = screen.getAllByRole('row').find(({ textContent }) => textContent?.includes('UMC Utrecht'))
  expect(row?.textContent).toContain('25 min geleden NAZMN')
})

test('what a region has free says how old its oldest figure is', () => {
  const { free, freeInclBoss, reportedAt } = sumBeds([beds, older], T0)
  render(() => (
    <VerifyFigures
      from="umc-utrecht"
      fromRegion="nazmn"
      match={{ origin: null, regionFree: { free, freeInclBoss, reportedAt } }}
      now={T0}
    />
  ))
  expect(screen.getByText('oudste cijfer 1 u 30 min geleden')).toBeTruthy()
})

test('so does a total of beds', () => {
  render(() => <BedsTotal sum={sumBeds([beds, older], T0)} now={T0} />)
  expect(screen.getByText(/oudste cijfer 1 u 30 min geleden/)).toBeTruthy()
})
