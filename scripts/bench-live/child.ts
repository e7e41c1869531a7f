// A server of the bench as a process of its own, with what it says line by line.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Child = {
  url: string
  port: number
  /** The next line that begins with this word; its rest. */
  next(word: string): Promise<string>
  memory(): Promise<number>
  end(): Promise<void>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export async function startChild(
  file: string,
  dataDir: string,
  more: Record<string, string> = {},
): Promise<Child> {
  const child = spawn(process.execPath, ['--expose-gc', file, '--demo'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '', ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const waiting: { word: string; tell: (rest: string) => void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const at = waiting.findIndex(({ word }) => line.startsWith(word))
    const [found] = at < 0 ? [] : waiting.splice(at, 1)
    found?.tell(line.slice(found.word.length).trim())
  })
  const next = (word: string) => new Promise<string>((tell) => waiting.push({ word, tell }))
  const url = `http:${await next('http:')}`
  return {
    url,
    port: Number(new URL(url).port),
    next,
    async memory() {
      const said = next('memory')
      child.kill('SIGUSR2')
      return Number(await said)
    },
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      running.delete(child)
    },
  }
}
