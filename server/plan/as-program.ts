// The plan as a linear program: columns say who goes where, rows hold beds, placing and shares.
// Called by solve-program; pure figures, no solver.
import { MILLIMETRES_PER_KM, type PlanModel } from '#shared/matching/plan-model.ts'
import type { Placing } from './flow.ts'

/** The matrix is compressed by column; the first `moves` columns are the classes' options, in order. */
export type Program = {
  moves: number
  columns: number
  upper: number[]
  /** What one more in a column adds to the deviation, in patients, and to the distance. */
  deviation: number[]
  kilometres: number[]
  starts: number[]
  rowOf: number[]
  factor: number[]
  rows: number
  rowLower: number[]
  rowUpper: number[]
  /** The deviation, in patients, that no column counts. */
  deviationBase: number
}

type Column = { upper: number; deviation?: number; kilometres?: number }
type Entry = readonly [row: number | undefined, factor: number]

/**
 * Exactly as many urgent and planned requests are placed as `placing` says, and, where given, the deviation is at
 * most so many patients.
 */
export function programOf(model: PlanModel, placing: Placing, deviationLimit?: number): Program {
  const program: Program = {
    moves: 0,
    columns: 0,
    upper: [],
    deviation: [],
    kilometres: [],
    starts: [0],
    rowOf: [],
    factor: [],
    rows: 0,
    rowLower: [],
    rowUpper: [],
    deviationBase: 0,
  }
  const classRows = model.classes.map(({ requests }) => addRow(program, requests.length, requests.length))
  const groupRows = addMoves(program, model, classRows)
  addShares(program, model, groupRows, deviationLimit)
  addStays(program, model, classRows, placing)
  return program
}

function addRow(program: Program, lower: number, upper: number): number {
  program.rowLower.push(lower)
  program.rowUpper.push(upper)
  return program.rows++
}

function addColumn(program: Program, column: Column, entries: readonly Entry[]): void {
  program.upper.push(column.upper)
  program.deviation.push(column.deviation ?? 0)
  program.kilometres.push(column.kilometres ?? 0)
  for (const [row, factor] of entries) {
    if (row === undefined) continue
    program.rowOf.push(row)
    program.factor.push(factor)
  }
  program.starts.push(program.rowOf.length)
  program.columns++
}

/** The options, within the beds, and what they shift between the groups. */
function addMoves(program: Program, model: PlanModel, classRows: readonly number[]): number[] {
  const groupRows = model.gaps.map((gap) => {
    const whole = Math.floor(gap / model.unit)
    return addRow(program, whole, whole)
  })
  const bedRows = model.hospitals.map(({ group, free, freeInclBoss }) => ({
    group,
    all: addRow(program, 0, freeInclBoss),
    ...(free < freeInclBoss ? { planned: addRow(program, 0, free) } : {}),
  }))
  model.classes.forEach(({ options, requests, urgent, counted, group }, index) => {
    for (const { hospital, millimetres } of options) {
      const beds = bedRows[hospital]
      const entries: Entry[] = [
        [classRows[index], 1],
        [beds?.all, 1],
      ]
      if (!urgent) entries.push([beds?.planned, 1])
      if (counted && beds?.group !== group) {
        entries.push([groupRows[group], -1], [groupRows[beds?.group ?? -1], 1])
      }
      addColumn(program, { upper: requests.length, kilometres: millimetres / MILLIMETRES_PER_KM }, entries)
    }
  })
  program.moves = program.columns
  return groupRows
}

/** What the moves make of every group's distance to its share. */
function addShares(program: Program, model: PlanModel, groupRows: readonly number[], limit?: number): void {
  const parts = model.gaps.map((gap) => (gap - Math.floor(gap / model.unit) * model.unit) / model.unit)
  program.deviationBase = parts.reduce((sum, part) => sum + part, 0)
  const limitRow =
    limit === undefined ? undefined : addRow(program, Number.NEGATIVE_INFINITY, limit - program.deviationBase)
  parts.forEach((part, index) => {
    addShare(program, part, groupRows[index], limitRow)
  })
}

/**
 * |patients gained − gap| in three columns that meet at whole numbers of patients, so that no fraction of a patient
 * ever pays: those short of the whole below the gap, the one that passes the gap, and those beyond.
 */
function addShare(
  program: Program,
  part: number,
  row: number | undefined,
  limitRow: number | undefined,
): void {
  const add = (upper: number, deviation: number, factor: number) =>
    addColumn(program, { upper, deviation }, [
      [row, factor],
      [limitRow, deviation],
    ])
  add(Number.POSITIVE_INFINITY, 1, 1)
  add(1, 1 - 2 * part, -1)
  add(Number.POSITIVE_INFINITY, 1, -1)
}

/** The requests that stay, per class: exactly those that cannot be placed. */
function addStays(program: Program, model: PlanModel, classRows: readonly number[], placing: Placing): void {
  const inAll = (urgent: boolean): number =>
    model.classes.reduce((sum, alike) => sum + (alike.urgent === urgent ? alike.requests.length : 0), 0)
  const stayRow = (count: number) => (count > 0 ? addRow(program, count, count) : undefined)
  const urgentRow = stayRow(inAll(true) - placing.urgent)
  const plannedRow = stayRow(inAll(false) - placing.planned)
  model.classes.forEach(({ urgent, requests }, index) => {
    const row = urgent ? urgentRow : plannedRow
    if (row !== undefined) {
      addColumn(program, { upper: requests.length }, [
        [classRows[index], 1],
        [row, 1],
      ])
    }
  })
}
