// Made-up waves of occupied beds: a logistic rise and fall, the ward a week ahead of the IC, seeded noise.
import type { Occupied } from '#shared/forecast/forecast.ts'

type Wave = { days: number; peak: number; seed?: number }

export function wave({ days, peak, seed = 1 }: Wave): Occupied[] {
  let state = seed
  const chance = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const height = (day: number) => {
    const rise = 1 / (1 + Math.exp(-(day - days * 0.4) / 7))
    const fall = 1 / (1 + Math.exp(-(day - days * 0.65) / 12))
    return peak * rise * (1 - fall)
  }
  const around = (beds: number) => Math.max(0, Math.round(beds + (chance() - 0.5) * Math.sqrt(beds)))
  return Array.from({ length: days }, (_, day) => ({
    ic: around(height(day)),
    ward: around(2.2 * height(day + 6)),
  }))
}
