import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CSV_TABLES, csvText, forecastCsv, reportCsv } from '#shared/reports/csv.ts'
import type { ReportView } from '#shared/wire/reports.ts'

const view: ReportView = {
  period: 'week',
  from: '2026-11-16',
  until: '2026-11-21',
  place: 'nazb',
  at: '2026-11-21T10:00:00.000Z',
  seen: 'all',
  example: true,
  bedsDay: '2026-11-21',
  bedsAt: '2026-11-21T09:00:00.000Z',
  beds: [
    {
      ...{ place: 'nazb', bed: 'ic', operational: 143, occupied: 130, crisis: 61, reserved: null },
      ...{ boss: 17, free: 1, freeInclBoss: 13, addable24h: 6, hospitals: 9, stops: 0 },
      reportedAt: '2026-11-21T06:10:00.000Z',
    },
  ],
  series: [{ day: '2026-11-20', bed: 'ic', operational: 143, occupied: 128, crisis: 60, free: 2 }],
  share: [{ bed: 'ic', group: 'nazb', present: 61, target: 47, deficit: -14.246753 }],
  flow: [{ place: 'nazb', bed: 'ic', track: 'shortage', filed: 9, moved: 7, arrived: 0, ended: null }],
  movements: [{ bed: 'ic', from: 'nazb', to: 'aznn', count: 6, urgent: 2 }],
  waits: [
    ...[{ place: 'nazb', bed: 'ic', track: 'all', step: 'to-bed', count: 8 } as const].map((line) => ({
      ...line,
      median: 53,
      p90: 150,
      rough: true,
    })),
  ],
  refusals: [{ place: 'nazb', bed: 'ic', kind: 'declined', reason: 'no-staff', count: 3 }],
}

const GOLDEN: Record<(typeof CSV_TABLES)[number], string[]> = {
  beds: [
    'day;place;bed;operational;occupied;crisis;reserved;boss;free;free_incl_boss;addable_24h;hospitals;intake_stops;oldest_report',
    '2026-11-21;nazb;ic;143;130;61;;17;1;13;6;9;0;2026-11-21T06:10:00.000Z',
  ],
  series: ['day;place;bed;operational;occupied;crisis;free', '2026-11-20;nazb;ic;143;128;60;2'],
  share: ['day;bed;group;present;target;deficit', '2026-11-21;ic;nazb;61;47;-14.246753'],
  flow: [
    'from_day;until_day;place;bed;track;filed;moved;arrived;ended',
    '2026-11-16;2026-11-21;nazb;ic;shortage;9;7;0;',
  ],
  movements: [
    'from_day;until_day;bed;from_region;to_region;count;urgent',
    '2026-11-16;2026-11-21;ic;nazb;aznn;6;2',
  ],
  waits: [
    'from_day;until_day;place;bed;track;step;count;median_minutes;p90_minutes;rough',
    '2026-11-16;2026-11-21;nazb;ic;all;to-bed;8;53;150;true',
  ],
  refusals: [
    'from_day;until_day;place;bed;kind;reason;count',
    '2026-11-16;2026-11-21;nazb;ic;declined;no-staff;3',
  ],
}

describe('a table of the report as CSV', () => {
  it.each(CSV_TABLES)('%s has its columns, marked for Excel', (table) => {
    expect(reportCsv(view, table)).toBe(`\uFEFF${GOLDEN[table].join('\r\n')}\r\n`)
  })

  it('has the columns that the page on reports names', () => {
    const page = readFileSync('docs/reports.md', 'utf8')
    for (const table of CSV_TABLES)
      expect(page).toContain(`| ${table} | ${GOLDEN[table][0]?.replaceAll(';', ', ')} |`)
    const [heads = ''] = forecastCsv({
      ...{ at: '', example: false, lastDay: null, daysOld: null, length: 0, held: 0 },
      lines: [],
    }).split('\r\n')
    expect(page).toContain(`| prognosis | ${heads.slice(1).replaceAll(';', ', ')} |`)
  })

  it('defuses what a spreadsheet would reckon, and quotes what would break a line', () => {
    expect(csvText(['a'], [['=1+1'], ['-x'], ['@x'], [-3], ['a;b'], ['"'], ['x\ny']])).toBe(
      '\uFEFFa\r\n\'=1+1\r\n\'-x\r\n\'@x\r\n-3\r\n"a;b"\r\n""""\r\n"x\ny"\r\n',
    )
  })
})
