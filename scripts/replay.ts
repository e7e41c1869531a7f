// `npm run -s replay -- FILE.csv [--other 450] [--moves 40] [--picture FILE.svg]`: a past wave's IC demand per region
// (columns date, ic_<region>), with nobody moving, nearest first, and by the day's plan. Bad file or option: exit 2.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { regions } from '#shared/reference/regions.ts'
import { CALM, type Day, dayOf, type Replay, tables } from './replay/figures.ts'
import { picture } from './replay/picture.ts'
import { POLICIES, type Policy, spread } from './replay/policies.ts'
import { emptyWards, nextDay, total } from './replay/world.ts'
import { BadFile, readSeries, type SeriesRow } from './series-csv.ts'

type Settings = { other: number; moves: number }

async function replay(
  series: readonly SeriesRow[],
  policy: Policy,
  { other, moves }: Settings,
): Promise<Replay> {
  const wards = emptyWards(other)
  const days: Day[] = []
  for (const { date, counts } of series) {
    nextDay(wards, Object.fromEntries(regions.map(({ id }) => [id, counts[`ic_${id}`] ?? 0])))
    const moved = total(wards) < CALM ? { patients: 0, km: 0 } : await spread(policy, wards, moves, date)
    days.push(dayOf(date, wards, moved))
  }
  return { policy, days }
}

function whole(text: string, option: string, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most)
    throw new BadFile(`--${option}: not a whole number from 0 to ${most}`)
  return value
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        other: { type: 'string', default: '450' },
        moves: { type: 'string', default: '40' },
        picture: { type: 'string' },
      },
    })
  } catch (fault) {
    throw new BadFile(fault instanceof Error ? fault.message : String(fault))
  }
}

try {
  const { values, positionals } = asked()
  const [path] = positionals
  if (path === undefined) throw new BadFile('which file? npm run -s replay -- FILE.csv')
  const settings = { other: whole(values.other, 'other', 1000), moves: whole(values.moves, 'moves', 500) }
  const series = readSeries(
    path,
    regions.map(({ id }) => `ic_${id}`),
  )
  const replays: Replay[] = []
  for (const policy of POLICIES) replays.push(await replay(series, policy, settings))
  const beds = emptyWards(settings.other).reduce((sum, ward) => sum + ward.beds, 0)
  const said = `${series[0]?.date} – ${series.at(-1)?.date}: ${beds} IC beds for the crisis (${settings.other} of 1 250 taken by other patients), at most ${settings.moves} moves a day.`
  process.stdout.write(`${[said, '', ...tables(replays)].join('\n')}\n`)
  if (values.picture !== undefined) writeFileSync(values.picture, picture(replays))
} catch (fault) {
  if (!(fault instanceof BadFile)) throw fault
  process.stderr.write(`${fault.message.replaceAll(/\s+/g, ' ')}\n`)
  process.exitCode = 2
}
