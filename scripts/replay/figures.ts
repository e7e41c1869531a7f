// What a replay shows: load per region and day, and over all days what it came to.
import { regions } from '#shared/reference/regions.ts'
import type { Moved, Policy } from './policies.ts'
import { present, type Ward } from './world.ts'

/** Loads as parts of the beds for the crisis, in the order of the regions. */
export type Day = { date: string; patients: number; loads: number[]; over: number[]; moved: Moved }
export type Replay = { policy: Policy; days: Day[] }

/** Below this many patients in the nation nobody is spread, and a spread says little. */
export const CALM = 200

export function dayOf(date: string, wards: readonly Ward[], moved: Moved): Day {
  const held = regions.map(({ id }) => {
    const own = wards.filter(({ region }) => region === id)
    return {
      patients: own.reduce((sum, ward) => sum + present(ward), 0),
      beds: own.reduce((sum, ward) => sum + ward.beds, 0),
    }
  })
  return {
    date,
    patients: held.reduce((sum, { patients }) => sum + patients, 0),
    loads: held.map(({ patients, beds }) => patients / beds),
    over: held.map(({ patients, beds }) => Math.max(0, patients - beds)),
    moved,
  }
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
export const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length)

export const overBedDays = ({ days }: Replay): number => sum(days.flatMap(({ over }) => over))
/** Mean over the days that are not calm of the highest region's load less the lowest's. */
export const meanSpread = ({ days }: Replay): number =>
  mean(
    days
      .filter(({ patients }) => patients >= CALM)
      .map(({ loads }) => Math.max(...loads) - Math.min(...loads)),
  )

const NAMES: Record<Policy, string> = {
  nobody: 'nobody moves',
  nearest: 'nearest first',
  plan: 'day’s plan (R9)',
}
const percent = (part: number): string => `${Math.round(part * 100)} %`

/** Two tables in Markdown: the whole, and per region mean and highest load on days that are not calm. */
export function tables(replays: readonly Replay[]): string[] {
  const whole = replays.map((replay) => {
    const moves = sum(replay.days.map(({ moved }) => moved.patients))
    const km = sum(replay.days.map(({ moved }) => moved.km))
    return `| ${NAMES[replay.policy]} | ${overBedDays(replay)} | ${(meanSpread(replay) * 100).toFixed(1)} | ${percent(
      Math.max(...replay.days.flatMap(({ loads }) => loads)),
    )} | ${moves} | ${moves === 0 ? '–' : Math.round(km / moves)} |`
  })
  const perRegion = regions.map(({ code }, at) => {
    const cells = replays.map(({ days }) => {
      const loads = days.filter(({ patients }) => patients >= CALM).map((day) => day.loads[at] ?? 0)
      return `${percent(mean(loads))} · ${percent(Math.max(0, ...loads))}`
    })
    return `| ${code} | ${cells.join(' | ')} |`
  })
  return [
    '| | over-capacity bed-days | spread, percentage points | highest load | moves | km a move |',
    '|---|---|---|---|---|---|',
    ...whole,
    '',
    `| load: mean · highest | ${replays.map(({ policy }) => NAMES[policy]).join(' | ')} |`,
    `|---|${replays.map(() => '---|').join('')}`,
    ...perRegion,
  ]
}
