// The replay as a picture: for each policy the band between the emptiest and the fullest region, day by day.
import type { Policy } from './policies.ts'
import type { Replay } from './figures.ts'

const WIDTH = 960
const PANEL = 170
const GAP = 58
const LEFT = 56
const TOP = 34
const HIGHEST = 3.5
const TITLES: Record<Policy, string> = {
  nobody: 'Nobody moves',
  nearest: 'Nearest first',
  plan: 'The day’s plan (R9)',
}

/** SVG, readable on light and dark pages alike. */
export function picture(replays: readonly Replay[]): string {
  const height = TOP + replays.length * (PANEL + GAP)
  const panels = replays.map((replay, at) => panel(replay, TOP + at * (PANEL + GAP)))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="IC load of the fullest and the emptiest region under three policies" font-family="system-ui, sans-serif" font-size="13">
<rect width="${WIDTH}" height="${height}" fill="#fbfaf8"/>
${panels.join('\n')}
</svg>
`
}

function panel({ policy, days }: Replay, top: number): string {
  const x = (at: number) => LEFT + ((WIDTH - LEFT - 16) * at) / Math.max(1, days.length - 1)
  const y = (load: number) => top + PANEL - (PANEL * Math.min(HIGHEST, load)) / HIGHEST
  const point = (at: number, load: number) => `${x(at).toFixed(1)},${y(load).toFixed(1)}`
  const high = days.map(({ loads }, at) => point(at, Math.max(...loads)))
  const low = days.map(({ loads }, at) => point(at, Math.min(...loads))).reverse()
  const marks = [0, 1, 2, 3].map((load) => {
    const dash = load === 1 ? '' : ' stroke-dasharray="2 4"'
    return `<line x1="${LEFT}" x2="${WIDTH - 16}" y1="${y(load)}" y2="${y(load)}" stroke="${load === 1 ? '#8a2b1d' : '#b9b3a8'}"${dash}/><text x="${LEFT - 8}" y="${y(load) + 4}" text-anchor="end" fill="#4a463f">${load * 100} %</text>`
  })
  const months = days.flatMap(({ date }, at) =>
    date.endsWith('-01') && Number(date.slice(5, 7)) % 3 === 1
      ? [
          `<text x="${x(at)}" y="${top + PANEL + 18}" text-anchor="middle" fill="#4a463f">${date.slice(0, 7)}</text>`,
        ]
      : [],
  )
  return `<text x="${LEFT}" y="${top - 10}" fill="#1f1d1a" font-weight="600">${TITLES[policy]}</text>
${marks.join('')}
<polygon points="${[...high, ...low].join(' ')}" fill="#2f5d8a" fill-opacity="0.35" stroke="#2f5d8a"/>
${months.join('')}`
}
