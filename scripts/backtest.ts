// `npm run -s backtest -- FILE.csv` (columns date, ic_covid, ward_covid): what the prognosis would have said each day
// with only what was known then, beside two simple guesses. The last line is for machines. Bad file: exit 2.
import { type Days, HORIZON_DAYS, type Level } from '#shared/forecast/forecast.ts'
import { meanError, type PastError, pastErrors } from '#shared/forecast/past-errors.ts'
import { BadFile, readSeries, type SeriesRow } from './series-csv.ts'

/** Part of last week's change that the damped trend lets go on. */
const DAMPING = 0.7
const COLUMNS: Record<Level, string> = { ic: 'ic_covid', ward: 'ward_covid' }

type Guess = (today: number, weekAgo: number) => number
const persistence: Guess = (today) => today
const dampedTrend: Guess = (today, weekAgo) => Math.max(0, today + DAMPING * (today - weekAgo))

/** The same days as the model's, guessed from the level alone. */
const guessed = (days: Days, level: Level, errors: readonly PastError[], guess: Guess): PastError[] =>
  errors.map((error) => {
    const today = days[error.at - HORIZON_DAYS]?.[level] ?? Number.NaN
    const weekAgo = days[error.at - 2 * HORIZON_DAYS]?.[level] ?? Number.NaN
    return { ...error, expected: guess(today, weekAgo) }
  })

type Scores = { what: string; days: number; model: number; persistence: number; dampedTrend: number }

function scores(days: Days, level: Level, what: string, isIn: (at: number) => boolean): Scores {
  const errors = pastErrors(days, level, HORIZON_DAYS).filter(({ at }) => isIn(at))
  return {
    what,
    days: errors.length,
    model: meanError(errors),
    persistence: meanError(guessed(days, level, errors, persistence)),
    dampedTrend: meanError(guessed(days, level, errors, dampedTrend)),
  }
}

const row = ({ what, days, model, persistence: last, dampedTrend: damped }: Scores): string =>
  `| ${what} | ${days} | ${model.toFixed(2)} | ${last.toFixed(2)} | ${damped.toFixed(2)} |`

function report(series: readonly SeriesRow[]): string[] {
  const days = series.map(({ counts }) => ({
    ic: counts[COLUMNS.ic] ?? 0,
    ward: counts[COLUMNS.ward] ?? 0,
  }))
  const quarterOf = (at: number) => {
    const date = series[at]?.date ?? ''
    return `${date.slice(0, 4)} Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
  }
  const quarters = [...new Set(days.map((_, at) => quarterOf(at)))]
  const lines = ['| IC, seven days on | days | model | persistence | damped trend |', '|---|---|---|---|---|']
  for (const quarter of quarters) {
    const part = scores(days, 'ic', quarter, (at) => quarterOf(at) === quarter)
    if (part.days > 0) lines.push(row(part))
  }
  const ic = scores(days, 'ic', 'all', () => true)
  if (ic.days === 0) throw new BadFile('fewer than fifteen days: nothing to hold the prognosis against')
  const ward = scores(days, 'ward', 'all, ward', () => true)
  const figures = `model ${ic.model.toFixed(2)} persistence ${ic.persistence.toFixed(2)} damped-trend ${ic.dampedTrend.toFixed(2)}`
  return [...lines, row(ic), row(ward), `ic 7-day MAE: ${figures}`]
}

try {
  const [path] = process.argv.slice(2)
  if (path === undefined) throw new BadFile('which file? npm run -s backtest -- FILE.csv')
  process.stdout.write(`${report(readSeries(path, Object.values(COLUMNS))).join('\n')}\n`)
} catch (fault) {
  if (!(fault instanceof BadFile)) throw fault
  process.stderr.write(`${fault.message.replaceAll(/\s+/g, ' ')}\n`)
  process.exitCode = 2
}
