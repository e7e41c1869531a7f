// `npm run -s bench:fill`: how long the best filling of a day takes, and what it saves against one by hand. Invented
// rides between real hospitals and real bases, the same at every run; 150 rides for 40 vehicles unless said otherwise.
import { AFTER, type FillInput, type FillRide, type FillVehicle } from '#shared/transport/fill.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { roadBetween } from '#shared/reference/distances.ts'
import { micuCentres } from '#shared/reference/micu-centres.ts'
import { fillDay } from '#server/plan/fill-search.ts'

const [rides = 150, vehicles = 40, seeds = 5] = process.argv.slice(2).map(Number)
const LIMIT_MS = Number(process.env.LIMIT_MS ?? 2600)

function seeded(seed: number): () => number {
  let state = seed * 2654435761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return state / 2 ** 32
  }
}

/** IC rides for MICUs (a third), ward rides for the ambulances of one of eight towns. */
function dayOf(seed: number): FillInput {
  const draw = seeded(seed)
  const any = (most: number) => Math.floor(draw() * most)
  const road = (a: number, b: number) => roadBetween(hospitals[a]?.id ?? '', hospitals[b]?.id ?? '')
  const micus = Math.round(vehicles * 0.35)
  const bases = Array.from({ length: 8 }, () => any(hospitals.length))
  const at = (id: string) => hospitals.findIndex((one) => one.id === id)
  const fleet = Array.from({ length: vehicles }, (_, index): FillVehicle => {
    const home = index < micus ? at(micuCentres[index % 7]?.hospital ?? '') : (bases[index % 8] ?? 0)
    return { id: String(index), home, slow: index < micus, shifts: [{ from: 0, until: 900 }], blocks: [] }
  })
  const near = (town: number) => {
    const sorted = hospitals
      .map((_, index) => index)
      .sort((a, b) => (road(town, a)?.km ?? 0) - (road(town, b)?.km ?? 0))
    return sorted[any(9)] ?? 0
  }
  const all = Array.from({ length: rides }, (_, index): FillRide => {
    const isIc = index < rides / 3
    const town = any(8)
    const from = isIc ? any(hospitals.length) : near(bases[town] ?? 0)
    const to = isIc ? any(hospitals.length) : near(bases[any(8)] ?? 0)
    const earliest = any(40) * 10
    const fits = fleet.flatMap(({ slow, home }, place) =>
      isIc === slow && (isIc || home === bases[town]) ? [[place, 0] as const] : [],
    )
    const urgent = draw() < 0.15
    return {
      id: String(index),
      from,
      to,
      urgent,
      earliest,
      latest: earliest + 240,
      fits: Object.fromEntries(fits),
    }
  }).filter(({ from, to }) => from !== to)
  const table = (of: 'km' | 'micuMinutes' | 'ambulanceMinutes') =>
    hospitals.map((_, a) => hospitals.map((__, b) => road(a, b)?.[of] ?? AFTER))
  return {
    rides: all,
    vehicles: fleet,
    minutes: { slow: table('micuMinutes'), fast: table('ambulanceMinutes') },
    km: table('km'),
    slack: 0,
  }
}

for (let seed = 1; seed <= seeds; seed += 1) {
  const began = performance.now()
  const { totals, greedy, optimal, gap, ms } = await fillDay(dayOf(seed), LIMIT_MS)
  const all = Math.round(performance.now() - began)
  console.log(JSON.stringify({ seed, ms, all, optimal, gap, totals, greedy }))
}
