// A backup of a whole database, and putting it back later. The server has to be closed meanwhile, as an operator would.
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { asAdmin, type Place } from './databases.ts'

export type Backup = { putBack: () => Promise<void>; drop: () => Promise<void> }

export async function backUp({ choice }: Place): Promise<Backup> {
  return choice.databaseUrl === null ? backUpFile(choice.dataDir) : backUpDatabase(choice.databaseUrl)
}

/** Closing the store has moved the log into the file. */
function backUpFile(dataDir: string): Backup {
  const file = join(dataDir, 'brancard.db')
  copyFileSync(file, `${file}.backup`)
  return {
    async putBack() {
      for (const rest of ['-wal', '-shm']) if (existsSync(file + rest)) rmSync(file + rest)
      copyFileSync(`${file}.backup`, file)
    },
    drop: async () => undefined,
  }
}

async function backUpDatabase(databaseUrl: string): Promise<Backup> {
  const admin = new URL(databaseUrl)
  const name = admin.pathname.slice(1)
  admin.pathname = 'postgres'
  const run = (statement: string) => asAdmin(admin.href, statement)
  await run(`create database ${name}_backup template ${name}`)
  return {
    async putBack() {
      await run(`drop database ${name} with (force)`)
      await run(`create database ${name} template ${name}_backup`)
    },
    drop: () => run(`drop database ${name}_backup with (force)`),
  }
}
