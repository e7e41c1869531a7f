// People of a story about getting in, each at a phone or desk with an authenticator of its own: the first administrator,
// whoever is invited, and what they ask the server without a screen. Used by test/flows and the pictures.
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { aRequest } from './builders.ts'
import { type OwnProcess, withAuthenticator } from './own-process.ts'

const DESK = { width: 1280, height: 800 }

export type Seats = {
  /** A new browser that nobody is signed in at. */
  device: (size?: { width: number; height: number }) => Promise<Page>
  firstAdmin: () => Promise<Page>
  /** Gives the link, as it is shown once. */
  invite: (admin: Page, label: string, role: string, org: string) => Promise<string>
  /** Whom the link is for, at a browser of their own. */
  accept: (link: string) => Promise<Page>
  /** What stood in a console and was no refusal. */
  complaints: string[]
  close: () => Promise<void>
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()

/** Refused requests are part of these stories; anything else in a console is not. */
const REFUSED = /status of 4(01|03|04|09|22|23)/

export function makeSeats(browser: Browser, server: OwnProcess): Seats {
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  const device = async (size = DESK): Promise<Page> => {
    const context = await browser.newContext({ viewport: size, hasTouch: size.width < 600 })
    contexts.push(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !REFUSED.test(message.text())) complaints.push(message.text())
    })
    await withAuthenticator(context, page)
    return page
  }
  const accept = async (link: string): Promise<Page> => {
    const page = await device()
    await page.goto(link)
    await press(page, 'Maak passkey')
    await page.getByRole('navigation').first().waitFor()
    return page
  }
  return {
    device,
    accept,
    complaints,
    firstAdmin: async () => {
      const page = await accept(server.setup)
      await page.getByRole('heading', { level: 1, name: 'Mensen' }).waitFor()
      return page
    },
    async invite(admin, label, role, org) {
      await press(admin, 'Nodig iemand uit')
      await admin.getByLabel('Hoe collega’s deze persoon kennen').fill(label)
      await admin.getByLabel('Rol', { exact: true }).selectOption({ label: role })
      const at = admin.getByLabel('Bij', { exact: true })
      if (await at.isEnabled()) await at.selectOption({ label: org })
      await press(admin, 'Voeg rol toe')
      await press(admin, 'Maak uitnodiging')
      const link = await admin.getByLabel('Link').inputValue()
      await press(admin, 'Klaar')
      return link
    },
    async close() {
      for (const context of contexts.splice(0)) await context.close()
    },
  }
}

/** A command as this person's phone sends it; gives the answer. */
export function sendFrom(page: Page, name: string, payload: object): Promise<{ code?: string }> {
  const body = { id: randomUUID(), name, at: new Date().toISOString(), payload }
  return page.evaluate(async (sent) => {
    const headers = { 'content-type': 'application/json' }
    const came = await fetch('/api/commands', { method: 'POST', headers, body: JSON.stringify(sent) })
    return (await came.json()) as { code?: string }
  }, body)
}

type Filed = { transfer: string; code: string }

/** A request of this person; its code is the one on the papers. */
export async function fileFrom(page: Page): Promise<Filed> {
  const transfer = randomUUID()
  const request = aRequest({ readyFrom: new Date().toISOString() })
  const { code } = await sendFrom(page, 'transfer.submit', { transfer, request })
  if (code === undefined || !/^[0-9A-Z]{6}$/.test(code)) throw new Error(`not filed: ${code}`)
  return { transfer, code }
}
