// A real PostgreSQL cluster for the server's tests: made in a temporary folder, listening on a free loopback port,
// gone afterwards. Vitest's global setup of the project `server`; the fault harness and the bench start their own.
import { execFile, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where databases can be made; null when there is no PostgreSQL on this machine. */
    postgresUrl: string | null
  }
}

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const cluster = await startPostgres()
  if (cluster === null) {
    if (process.env.CI === 'true') throw new Error('no PostgreSQL: its half of the server tests cannot run')
    console.warn('\n*** no PostgreSQL on this machine: every server test runs on SQLite only ***\n')
    project.provide('postgresUrl', null)
    return undefined
  }
  project.provide('postgresUrl', cluster.url)
  return cluster.stop
}

export type Cluster = { url: string; restart: () => Promise<void>; stop: () => Promise<void> }

/** Null where there is no PostgreSQL. `durable`: every commit reaches the disk, as in earnest. */
export async function startPostgres(durable = false): Promise<Cluster | null> {
  const bin = binaries() ?? (isRoot ? installed() : null)
  return bin === null ? null : startCluster(bin, durable)
}

function binaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const folders = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : []
  return (
    [fromPgConfig(), ...folders].find((folder) => folder !== null && existsSync(join(folder, 'initdb'))) ??
    null
  )
}

function fromPgConfig(): string | null {
  try {
    return execFileSync('pg_config', ['--bindir'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

function installed(): string | null {
  try {
    execFileSync('apt-get', ['install', '-y', '-q', 'postgresql'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch {
    return null
  }
  return binaries()
}

/** PostgreSQL refuses to run as root. */
const asPostgres = (file: string, args: readonly string[]): [string, string[]] =>
  isRoot ? ['runuser', ['-u', 'postgres', '--', file, ...args]] : [file, [...args]]

async function startCluster(bin: string, durable: boolean): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'brancard-postgres-'))
  if (isRoot) {
    const uid = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }))
    chownSync(folder, uid, -1)
  }
  const data = join(folder, 'data')
  const port = String(await freePort())
  await run(
    ...asPostgres(join(bin, 'initdb'), [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-sync',
    ]),
  )
  const options = [
    '-D',
    data,
    '-p',
    port,
    '-k',
    folder,
    '-h',
    '127.0.0.1',
    '-c',
    `fsync=${durable ? 'on' : 'off'}`,
    '-c',
    'max_connections=200',
  ]
  const start = async () => {
    const server = spawn(...asPostgres(join(bin, 'postgres'), options), { stdio: 'ignore' })
    await ready(() => run(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', port]))
    return server
  }
  let server = await start()
  const halt = async (mode: 'fast' | 'immediate') => {
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
    await run(...asPostgres(join(bin, 'pg_ctl'), ['-D', data, '-m', mode, 'stop']))
    await ended
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async restart() {
      await halt('fast')
      server = await start()
    },
    async stop() {
      await halt('immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ready(check: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await check()
      return
    } catch (error) {
      if (attempt === 150) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
