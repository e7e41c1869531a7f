import type { CDPSession, Page } from '@playwright/test'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

type Registration = { registrationId: string; scopeURL: string }

/** The browser's own way in for a push: subscribing needs its vendor's service. */
async function deliver(page: Page, url: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const found = new Promise<Registration>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }: Registration) => scopeURL.startsWith(url))
      if (own !== undefined) resolve(own)
    })
  })
  await session.send('ServiceWorker.enable')
  const { registrationId } = await found
  await session.send('ServiceWorker.deliverPushMessage', { origin: url, registrationId, data: '' })
  await session.detach()
}

/** A worker that is still starting may let a push go by, as a network may: it is sent until it shows. */
async function deliverUntilShown(page: Page, url: string): Promise<void> {
  await expect(async () => {
    await deliver(page, url)
    await expect.poll(() => shown(page), { timeout: 3_000 }).toHaveLength(1)
  }).toPass({ timeout: 30_000 })
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title, body }) => `${title}: ${body}`)
  })

test('a push says that there is work and nothing of what; two of them are one', async ({ stage }) => {
  await filed(stage)
  const phone = await stage.open('rcps@nazmn', '/', PHONE, { installed: true })
  await phone.context().grantPermissions(['notifications'])
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await deliverUntilShown(phone, stage.url)
  expect(await shown(phone)).toEqual(['brancard: Nieuwe taak, open de app'])
  await deliver(phone, stage.url)
  await expect.poll(() => shown(phone)).toEqual(['brancard: Nieuwe taak, open de app'])
})

test('found without a push: where the browser gives none, the app says so and shows the work', async ({
  stage,
}) => {
  stage.allow(/Push API/)
  const phone = await stage.open('rcps@nazmn', '/meldingen', PHONE, { installed: true })
  await phone.context().grantPermissions(['notifications'])
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect(phone.getByText('Er wacht geen melding op u')).toBeVisible()
  await phone.getByRole('button', { name: 'Zet berichten aan' }).click()
  await expect(phone.getByText('Aanzetten lukte niet')).toBeVisible()
  await filed(stage)
  await expect(phone.getByText('RCPS Midden-Nederland zoekt een bed', { exact: true })).toBeVisible()
})

/** As a tap on the message does; a page cannot tap what the system shows. */
const tapMessage = (page: Page) =>
  page
    .context()
    .serviceWorkers()[0]
    ?.evaluate(async () => {
      const worker = globalThis as unknown as ServiceWorkerGlobalScope
      const [notification] = await worker.registration.getNotifications()
      if (notification === undefined) throw new Error('no message is shown')
      worker.dispatchEvent(new NotificationEvent('notificationclick', { notification }))
    })

test('a late push opens the work as it is now', async ({ stage }) => {
  const old = await filed(stage)
  const phone = await stage.open('rcps@nazmn', '/fasen', PHONE, { installed: true })
  await phone.context().grantPermissions(['notifications'])
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  // Whoever hears the tap on it stands on the screen.
  await expect(phone.getByText('Eén melding wacht op u')).toBeVisible()
  await deliverUntilShown(phone, stage.url)
  // What it was about is done by now, and something else has come.
  const rcps = await stage.call('rcps@nazmn')
  await rcps.act('transfer.withdraw', { transfer: old.transfer, reason: 'no-longer-needed' })
  const fresh = await filed(stage, {}, 'antonius-nieuwegein')
  await tapMessage(phone)
  await expect(phone).toHaveURL(`${stage.url}/`)
  await expect(phone.getByText(`${fresh.code.slice(0, 3)}-${fresh.code.slice(3)}`)).toBeVisible()
  await expect.poll(() => shown(phone)).toEqual([])
})
