import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { asCsv, EXPORT_FIELDS, rideExport } from '#shared/rides/ride-export.ts'
import { driveMinutes } from '#shared/rides/ride-span.ts'
import { aClinical, aRide, aTransfer, places, plus, T0 } from '#test/support/builders.ts'

const row = rideExport(aRide({ gms: '2611-7' }), aTransfer({ state: 'planned' }), aClinical())

it('is one flat line of codes and instants', () => {
  expect(Object.keys(row)).toEqual([...EXPORT_FIELDS])
  expect(row).toMatchObject({ gms: '2611-7', code: 'K7Q3TB', callSign: 'MICU Utrecht 1', departAt: plus(60) })
  expect(row.arriveEstimated).toBe(true)
})

it('tells the departure and the arrival as they were, once they were', () => {
  const step = (minutes: number) => ({ at: plus(minutes), entered: plus(minutes) })
  const times = { departed: step(70), 'at-destination': step(140) }
  const [onTheRoad, there] = [{ departed: times.departed }, times].map((some) =>
    rideExport(aRide({ state: 'departed', times: some }), aTransfer(), aClinical()),
  )
  const drive = driveMinutes(aRide())
  expect(onTheRoad).toMatchObject({ departAt: plus(70), arriveAt: plus(70 + drive), arriveEstimated: true })
  expect(there).toMatchObject({ departAt: plus(70), arriveAt: plus(140), arriveEstimated: false })
})

it('tells the window, and who indicated it and when', () => {
  const window = { basis: 'same-day', from: T0, until: plus(780) } as const
  const by = { role: 'transport-desk', org: places.desk } as const
  const indication = {
    answer: 'given',
    reason: null,
    side: null,
    reservation: null,
    by,
    at: plus(5),
  } as const
  expect(rideExport(aRide(), aTransfer({ window, indication }), aClinical())).toMatchObject({
    ...{ windowFrom: T0, windowUntil: plus(780), support: 'invasive', isolation: aClinical().isolation },
    ...{ indication: 'given', indicatedBy: places.desk, indicatedAt: plus(5) },
  })
})

it('every field is in its page, and no other', () => {
  const page = readFileSync(new URL('../../../docs/ride-export.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const named = rows.flatMap((line) => line.split('|')[1]?.match(/[A-Za-z]+/g) ?? [])
  // Of the second hospital the page writes `to …`.
  named.push('toName', 'toLat', 'toLon')
  expect(named.toSorted()).toEqual([...EXPORT_FIELDS].toSorted())
})

it('as CSV has as many values as names, quotes what it must, and no formula', () => {
  const [names = '', values = ''] = asCsv(row).split('\r\n')
  expect(names.split(';')).toEqual([...EXPORT_FIELDS])
  expect(values.split(';')).toHaveLength(EXPORT_FIELDS.length)
  const odd = asCsv({ ...row, gms: '=1+1', fromName: 'A "B"; C', fromLon: -5 })
  expect(odd).toContain("'=1+1")
  expect(odd).toContain('"A ""B""; C"')
  expect(odd).toContain(';-5;')
})
