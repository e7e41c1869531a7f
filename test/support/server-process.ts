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
  stop: () => Promise<void>
}

export async function startServer(at: string, morning = false): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brancard-story-'))
  const args = ['test/support/serve.ts', dataDir, at, ...(morning ? ['morning'] : [])]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const nextLine = () =>
    new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      child.once('exit', (code) => reject(new Error(`the server ended (${code})`)))
    })
  return {
    url: await nextLine(),
    async setClock(instant) {
      const done = nextLine()
      child.stdin.write(`${instant}\n`)
      await done
    },
    async stop() {
      await ended(child)
      rmSync(dataDir, { recursive: true, force: true })
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
