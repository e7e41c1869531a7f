// Every migration in the order it runs: forward only. Read by migrate.ts.
import * as start from './001-start.ts'

export type Migration = { name: string; statements: readonly string[] }
export const migrations: readonly Migration[] = [start]
