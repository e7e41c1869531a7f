// A new empty database for a fault: a directory, or a database in a cluster. Used by scripts/faults.ts, the bench and
// test/server/faults.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Choice } from './result.ts'

export type Place = { choice: Choice; drop: () => Promise<void> }

/** `cluster` null: the embedded store. */
export async function newPlace(cluster: string | null): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brancard-fault-'))
  const forget = () => rmSync(dataDir, { recursive: true, force: true })
  if (cluster === null) return { choice: { dataDir, databaseUrl: null }, drop: async () => forget() }
  const name = `f_${randomBytes(8).toString('hex')}`
  await runOn(cluster, `create database ${name}`)
  const url = new URL(cluster)
  url.pathname = name
  return {
    choice: { dataDir, databaseUrl: url.href },
    async drop() {
      await runOn(cluster, `drop database ${name} with (force)`)
      forget()
    },
  }
}

export async function runOn(url: string, statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement, values)
  } finally {
    await client.end()
  }
}
