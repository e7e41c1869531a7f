import { expect, it } from 'vitest'
import { asCsv, EXPORT_FIELDS, rideExport } from '#shared/rides/ride-export.ts'
import { aClinical, aRide, aTransfer, plus } from '#test/support/builders.ts'

const row = rideExport(aRide({ gms: '2611-7' }), aTransfer({ state: 'planned' }), aClinical())

it('is one flat line of codes and instants', () => {
  expect(Object.keys(row)).toEqual([...EXPORT_FIELDS])
  expect(row).toMatchObject({ gms: '2611-7', code: 'K7Q3TB', callSign: 'MICU Utrecht 1', departAt: plus(60) })
  expect(row.arriveEstimated).toBe(true)
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
