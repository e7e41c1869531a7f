import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type OwnProcess, startOwnProcess, withAuthenticator } from '#test/support/own-process.ts'
import { faultsOf } from '#test/support/screen-faults.ts'

let server: OwnProcess
const contexts: BrowserContext[] = []
const complaints: string[] = []

test.beforeEach(async () => {
  complaints.length = 0
  server = await startOwnProcess()
})
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  await server.stop()
  expect(complaints).toEqual([])
})

/** Refused requests are part of these stories; anything else in a console is not. */
async function device(browser: Browser, size = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, hasTouch: size.width < 600 })
  contexts.push(context)
  const page = await context.newPage()
  await page.clock.install()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(01|03|04|09|22|23)/.test(message.text()))
      complaints.push(message.text())
  })
  await withAuthenticator(context, page)
  return page
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()

/** From here on the half hour without a hand on it counts. */
const isWatched = (page: Page) =>
  expect.poll(() => page.evaluate(() => localStorage.getItem('brancard.touched'))).not.toBeNull()

async function firstAdmin(browser: Browser): Promise<Page> {
  const page = await device(browser)
  await page.goto(server.setup)
  await expect(heading(page, 'De eerste beheerder')).toBeVisible()
  await press(page, 'Maak passkey')
  await expect(heading(page, 'Mensen')).toBeVisible()
  return page
}

/** Gives the link, as it is shown once. */
async function invite(admin: Page, label: string, role: string, org: string): Promise<string> {
  await press(admin, 'Nodig iemand uit')
  await admin.getByLabel('Hoe collega’s deze persoon kennen').fill(label)
  await admin.getByLabel('Rol', { exact: true }).selectOption({ label: role })
  await admin.getByLabel('Bij', { exact: true }).selectOption({ label: org })
  await press(admin, 'Voeg rol toe')
  await press(admin, 'Maak uitnodiging')
  const link = await admin.getByLabel('Link').inputValue()
  await press(admin, 'Klaar')
  return link
}

test('from the first link to a passkey, an invitation, a lock, and the end of someone’s access', async ({
  browser,
}) => {
  const admin = await firstAdmin(browser)
  expect(new URL(admin.url()).hash).toBe('')
  const link = await invite(
    admin,
    'Bedcoördinator 3, UMCG',
    'Bedcoördinator',
    'Universitair Medisch Centrum Groningen',
  )

  const desk = await device(browser)
  await desk.goto(link)
  await expect(desk.getByText('Deze uitnodiging is voor: Bedcoördinator 3, UMCG')).toBeVisible()
  await press(desk, 'Maak passkey')
  await expect(desk.getByText('Er zijn geen overplaatsingen voor u')).toBeVisible()

  // The link is spent, in whichever browser.
  const late = await device(browser)
  await late.goto(link)
  await expect(late.getByText('Deze uitnodiging werkt niet meer')).toBeVisible()

  // Out, and in again with the passkey.
  await press(desk, 'Wie ik ben')
  await press(desk, 'Meld af')
  await expect(heading(desk, 'Aanmelden')).toBeVisible()
  await desk.evaluate(() => localStorage.removeItem('brancard.touched'))
  await press(desk, 'Meld aan met passkey')
  await expect(desk.getByText('Er zijn geen overplaatsingen voor u')).toBeVisible()
  await isWatched(desk)

  // Half an hour without a hand on it: nothing to read, nor from the server, until the passkey is shown.
  const locked = desk.waitForResponse((answer) => answer.url().endsWith('/api/session/lock'))
  await desk.clock.fastForward('31:00')
  await expect(heading(desk, 'Vergrendeld')).toBeVisible()
  expect((await locked).status()).toBe(204)
  await expect(desk.getByRole('navigation')).toHaveCount(0)
  expect(await desk.evaluate(async () => (await fetch('/api/snapshot')).status)).toBe(423)
  await press(desk, 'Ontgrendel met passkey')
  await expect(desk.getByText('Er zijn geen overplaatsingen voor u')).toBeVisible()
  expect(await desk.evaluate(async () => (await fetch('/api/snapshot')).status)).toBe(200)

  // Blocked by the admin: out within five seconds, and not in again.
  await admin.getByText('Bedcoördinator 3, UMCG').click()
  await expect(heading(admin, 'Bedcoördinator 3, UMCG')).toBeVisible()
  await press(admin, 'Blokkeer toegang')
  await admin.getByRole('dialog').getByRole('button', { name: 'Blokkeer toegang' }).click()
  await expect
    .poll(() => desk.evaluate(async () => (await fetch('/api/session')).status), { timeout: 5000 })
    .toBe(401)
  await expect(admin.getByText('Geblokkeerd').first()).toBeVisible()
  await expect(heading(desk, 'Aanmelden')).toBeVisible()
  await press(desk, 'Meld aan met passkey')
  await expect(desk.getByText('De passkey klopt niet.')).toBeVisible()
})

/** As a browser that never answers who asks for a database. */
function hang(): void {
  IDBFactory.prototype.open = () => new EventTarget() as unknown as IDBOpenDBRequest
}

test('a device whose storage never answers locks as well, and lets its person out', async ({ browser }) => {
  const admin = await firstAdmin(browser)
  await admin.context().addInitScript(hang)
  await admin.goto(`${server.url}/mensen`)
  await admin.evaluate(() => localStorage.removeItem('brancard.touched'))
  await expect(async () => {
    await admin.clock.fastForward(11_000)
    await expect(admin.getByText('De opslag van dit toestel is niet te lezen')).toBeVisible({ timeout: 500 })
  }).toPass()
  await isWatched(admin)
  const locked = admin.waitForResponse((answer) => answer.url().endsWith('/api/session/lock'))
  await admin.clock.fastForward('31:00')
  await expect(heading(admin, 'Vergrendeld')).toBeVisible()
  expect((await locked).status()).toBe(204)
  expect(await admin.evaluate(async () => (await fetch('/api/admin/people')).status)).toBe(423)
  await press(admin, 'Meld af')
  await expect(heading(admin, 'Aanmelden')).toBeVisible()
  expect(await admin.evaluate(async () => (await fetch('/api/session')).status)).toBe(401)
  // What was wrong with the storage is said there too.
  expect(complaints.splice(0).filter((one) => !/^sync/.test(one))).toEqual([])
})

test('an admin’s act after five minutes asks for the passkey again, by itself', async ({ browser }) => {
  const admin = await firstAdmin(browser)
  const asked: string[] = []
  admin.on('request', (request) => asked.push(new URL(request.url()).pathname))
  // As the server says when the last showing is too long ago.
  let told = false
  await admin.route('**/api/admin/people', async (route) => {
    if (told || route.request().method() !== 'POST') return route.continue()
    told = true
    const body = { type: 'x', title: '', status: 403, code: 'session.step-up', request: '' }
    await route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(body) })
  })
  await invite(admin, 'RCPS-coördinator 1', 'RCPS', 'NAZMN')
  expect(asked.filter((path) => path.startsWith('/api/session/fresh'))).toEqual([
    '/api/session/fresh/options',
    '/api/session/fresh',
  ])
  await expect(admin.getByText('RCPS-coördinator 1')).toBeVisible()
})

test('one’s own sessions and passkeys: the last passkey stays', async ({ browser }) => {
  const admin = await firstAdmin(browser)
  await press(admin, 'Wie ik ben')
  await press(admin, 'Sessies en passkeys')
  await expect(heading(admin, 'Mijn toegang')).toBeVisible()
  await expect(admin.getByText('dit toestel')).toBeVisible()
  await expect(admin.getByRole('button', { name: /^Verwijder de passkey/ })).toHaveCount(1)
  await press(admin, 'Verwijder de passkey')
  await expect(admin.getByText('Dit is de laatste passkey')).toBeVisible()
})

test('every screen of getting in fits 320 px, with nothing for axe', async ({ browser }) => {
  const page = await device(browser)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/inloggen`)
  await expect(page.getByRole('button', { name: 'Meld aan met passkey' })).toBeVisible()
  const found = await faultsOf(page, 'sign-in')
  await page.goto(server.setup)
  await expect(heading(page, 'De eerste beheerder')).toBeVisible()
  found.push(...(await faultsOf(page, 'invitation')))
  await press(page, 'Maak passkey')
  await expect(heading(page, 'Mensen')).toBeVisible()
  await press(page, 'Nodig iemand uit')
  await page.getByLabel('Rol', { exact: true }).selectOption({ label: 'RCPS' })
  found.push(...(await faultsOf(page, 'invite')))
  await page.getByRole('button', { name: 'Annuleer' }).click()
  await expect(page.getByText('Actief').last()).toBeVisible()
  found.push(...(await faultsOf(page, 'people')))
  await page.getByRole('row', { name: /Beheerder, brancard/ }).click()
  await expect(heading(page, 'Beheerder, brancard')).toBeVisible()
  found.push(...(await faultsOf(page, 'person')))
  await page.goto(`${server.url}/toegang`)
  await expect(page.getByText('dit toestel')).toBeVisible()
  found.push(...(await faultsOf(page, 'access')))
  await isWatched(page)
  await page.clock.fastForward('31:00')
  await expect(heading(page, 'Vergrendeld')).toBeVisible()
  found.push(...(await faultsOf(page, 'locked')))
  expect(found).toEqual([])
})
