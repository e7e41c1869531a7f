// What a browser story of an installation with people of its own plays on: its server as a process, and seats. Complaints
// in a console fail it. Used by test/flows.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { type OwnProcess, startOwnProcess } from './own-process.ts'
import { makeSeats, type Seats } from './own-seats.ts'

export { expect }

type Own = { server: OwnProcess; seats: Seats }

/** `providers`: what stands in the providers' file; none: there is no file. */
export const test = base.extend<{ providers: object | null; own: Own }>({
  providers: [null, { option: true }],
  own: async ({ browser, providers }, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'brancard-story-'))
    const file = join(dir, 'providers.json')
    if (providers !== null) writeFileSync(file, JSON.stringify(providers))
    const server = await startOwnProcess(providers === null ? undefined : file)
    const seats = makeSeats(browser, server)
    await use({ server, seats })
    await seats.close()
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
    if (seats.complaints.length > 0) throw new Error(`complaints: ${seats.complaints.join('\n')}`)
  },
})
