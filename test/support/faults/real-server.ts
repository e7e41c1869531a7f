// The server as a process of its own, that can be killed and started again on the same port. Used by the faults and
// the bench; every process is ended by its id.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import type { Choice } from './result.ts'

export type RealServer = {
  url: string
  pid: number
  /** The signal is sent; resolves when the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>
  /** Resident memory, bytes. */
  memory(): number
}

/** None outlives whoever started it. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Resolves when it listens; throws what it said when it does not start. */
export async function startReal(choice: Choice, port = 0, file = 'server/main.ts'): Promise<RealServer> {
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: choice.dataDir,
    DATABASE_URL: choice.databaseUrl ?? '',
  }
  const child = spawn(process.execPath, [file, '--demo'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const said: string[] = []
  child.stderr.on('data', (bytes: Buffer) => said.push(String(bytes)))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/[\d.]+:\d+/.exec(line)?.[0]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`the server ended (${code}): ${said.join('').trim()}`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    end: (signal) => ended(child, signal),
    memory: () => residentOf(child.pid ?? 0),
  }
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

function residentOf(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) * 1024
}
