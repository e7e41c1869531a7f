// The same suite on every database: `describe.each(DIALECTS)`, and a new empty database for whoever asks.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { StoreChoice } from '#server/store/open-store.ts'

export type Dialect = 'sqlite' | 'postgres'

const postgresUrl = inject('postgresUrl')

export const DIALECTS: readonly Dialect[] = postgresUrl === null ? ['sqlite'] : ['sqlite', 'postgres']

/** What to open, and how to throw it away. */
export type Place = { choice: StoreChoice; drop: () => Promise<void> }

export async function emptyDatabase(dialect: Dialect): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brancard-'))
  const forget = () => rmSync(dataDir, { recursive: true, force: true })
  if (dialect === 'sqlite' || postgresUrl === null)
    return { choice: { dataDir, databaseUrl: null }, drop: async () => forget() }

  const name = `t_${randomBytes(8).toString('hex')}`
  await asAdmin(postgresUrl, `create database ${name}`)
  const url = new URL(postgresUrl)
  url.pathname = name
  return {
    choice: { dataDir, databaseUrl: url.href },
    async drop() {
      await asAdmin(postgresUrl, `drop database ${name} with (force)`)
      forget()
    },
  }
}

export async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
