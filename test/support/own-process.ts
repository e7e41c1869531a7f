// The server of a story about getting in, as a process (serve-own.ts), and a phone or desk with an authenticator of its
// own (Chromium's, over CDP). Used by test/flows/passkey.story.ts.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { BrowserContext, Page } from '@playwright/test'

export type OwnProcess = {
  url: string
  setup: string
  /** Old data goes as if it were three days later; gives of how many transfers the clinical part went. */
  purge: () => Promise<number>
  stop: () => Promise<void>
}

export async function startOwnProcess(providersFile?: string): Promise<OwnProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brancard-own-'))
  const more = providersFile === undefined ? [] : [providersFile]
  const child = spawn(process.execPath, ['test/support/serve-own.ts', dataDir, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  /** What stands beside it on the way is the log's. */
  const next = async (wanted: RegExp): Promise<string> => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw new Error('the server ended')
      if (wanted.test(value)) return value
    }
  }
  const url = await next(/^http:\/\/localhost:\d+$/)
  const setup = await next(/\/uitnodiging#/)
  // Read on, or the server waits for a reader.
  child.stdout.resume()
  return {
    url,
    setup,
    async purge() {
      child.kill('SIGUSR2')
      return Number((await next(/^purged \d+$/)).split(' ')[1])
    },
    async stop() {
      await ended(child)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** A device that has one, verifies its holder, and keeps passkeys. */
export async function withAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
