// What one fault showed: a row of the table in docs/faults.md. Given by every file in this folder, printed by
// scripts/faults.ts, asserted on by test/server/faults.

export type Shown = {
  fault: string
  on: 'SQLite' | 'PostgreSQL' | 'both' | 'client'
  /** What was done, with its size. */
  done: string
  /** What was measured. */
  figures: string
  /** Nothing that may not happen did. */
  holds: boolean
}

/** Where a server keeps its data: an embedded directory, or a PostgreSQL database. */
export type Choice = { dataDir: string; databaseUrl: string | null }

export const storeName = ({ databaseUrl }: Choice): 'SQLite' | 'PostgreSQL' =>
  databaseUrl === null ? 'SQLite' : 'PostgreSQL'

/** The value below which this part of them lies. */
export function at(part: number, values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
