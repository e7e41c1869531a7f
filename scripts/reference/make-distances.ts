import type { DistanceTable } from '#shared/reference/distances.ts'
import type { Source } from './source.ts'

/** Whole km: the estimate is 5 % off on average, decimals would promise more than it knows. */
export function makeDistances(source: Source): DistanceTable {
  const pairs = new Map(source.distances.map(([from, to, ...rest]) => [`${from} ${to}`, rest]))
  const ids = source.hospitals.map((hospital) => hospital.id)
  const table = {
    hospitals: ids,
    km: [] as number[],
    micuMinutes: [] as number[],
    ambulanceSooner: [] as number[],
  }
  for (const [high, to] of ids.entries()) {
    for (const from of ids.slice(0, high)) {
      const [, km, micu, ambulance] = pairs.get(`${from} ${to}`) ?? pairs.get(`${to} ${from}`) ?? []
      if (!km || !micu || !ambulance) throw new Error(`no distance between ${from} and ${to}`)
      table.km.push(Math.max(1, Math.round(Number(km))))
      table.micuMinutes.push(Number(micu))
      table.ambulanceSooner.push(Number(micu) - Number(ambulance))
    }
  }
  return table
}
