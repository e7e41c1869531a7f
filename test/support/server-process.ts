// The server of a browser story or of the pictures as a process of its own (test/support/serve.ts): started, set to
// another time, ended. Used by stage.ts and scripts/shots.ts.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type ServerProcess = {
  url: string
  /** Resolves once the server lives at that instant. */
  setClock: (instant: string) => Promise<void>
  /** Starts again on the same port and database, with the client that is built there. */
  restart: (dist: string) => Promise<void>
  stop: () => Promise<void>
}

export async function startServer(at: string, morning = false): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brancard-story-'))
  let running = await startProcess([dataDir, at, ...(morning ? ['morning'] : [])], {})
  return {
    url: running.url,
    setClock: (instant) => running.setClock(instant),
    async restart(dist) {
      await ended(running.child)
      const now = new Date().toISOString()
      running = await startProcess([dataDir, now], { DIST: dist, PORT: new URL(running.url).port })
    },
    async stop() {
      await ended(running.child)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function startProcess(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['test/support/serve.ts', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const lines = createInterface({ input: child.stdout })
  const nextLine = () =>
    new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      child.once('exit', (code) => reject(new Error(`the server ended (${code})`)))
    })
  return {
    child,
    url: await nextLine(),
    async setClock(instant: string) {
      const done = nextLine()
      child.stdin.write(`${instant}\n`)
      await done
    },
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
