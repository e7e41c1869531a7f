import type { BrowserContext, Page } from '@playwright/test'
import { requestSchema } from '#shared/transfers/request.ts'
import { dumpOf } from '#test/support/dump.ts'
import { answer, icShortage } from '#test/support/filing.ts'
import { expect, PHONE, type Stage, test } from '#test/support/stage.ts'

// The installed app lives by the machine's own clock, and so must its server.
test.use({ startsAt: new Date().toISOString() })

/** What rows may show of a request; all else in it is clinical. */
const SHOWN = ['callback', 'bed', 'kind', 'ground', 'purpose', 'readyFrom', 'directedTo', 'admissionReason']
const CLINICAL = Object.keys(requestSchema.shape).filter((field) => !SHOWN.includes(field))

/** What a vehicle can take along (`abilities.isolation`) is no patient's. */
const isClinical = (path: string): boolean => {
  const [within, field = ''] = path.split('.')
  return within !== 'abilities' && CLINICAL.includes(field)
}

/** Filed without a connection, and a second one half typed. */
async function filedOffline(stage: Stage): Promise<Page> {
  stage.allow(/ERR_INTERNET_DISCONNECTED/)
  const phone = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE, { installed: true })
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect(phone.getByText('Actueel', { exact: true })).toBeVisible()
  await phone.context().setOffline(true)
  await phone.reload()
  await answer(phone, icShortage.chips, icShortage.typed)
  await phone.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(phone.getByRole('heading', { name: 'Aanvraag bewaard' })).toBeVisible()
  return phone
}

test('nothing clinical stands in clear on the phone, and after signing out nothing stands there at all', async ({
  stage,
}) => {
  const phone = await filedOffline(stage)
  await phone.getByRole('button', { name: 'Nog een aanvraag' }).tap()
  await answer(phone, { Ondersteuning: 'Invasief beademd' }, { Leeftijd: '97' })
  await expect.poll(async () => (await dumpOf(phone)).fields.includes('savedAt')).toBe(true)
  const kept = await dumpOf(phone)
  expect(kept.fields).toContain('sealed')
  expect(kept.paths.filter(isClinical)).toEqual([])
  for (const word of ['unresponsive', 'invasive']) expect(kept.bytes).not.toContain(word)
  expect(kept.bytes).toContain('key extractable false')

  await phone.context().setOffline(false)
  await phone.getByRole('button', { name: /^Wie ik ben/ }).tap()
  await phone.getByRole('dialog').getByRole('button', { name: 'Meld af' }).tap()
  await expect(phone.getByRole('heading', { name: 'Afmelden' })).toBeVisible()
  await phone.getByRole('button', { name: 'Gooi weg: Begonnen aanvraag' }).tap()
  await phone.getByRole('button', { name: 'Ja, gooi weg: Begonnen aanvraag' }).tap()
  await expect(phone.getByText('Alles is verzonden.')).toBeVisible()
  await phone.getByRole('button', { name: 'Meld af' }).tap()
  await expect(phone.getByRole('heading', { name: 'Kies wie u bent' })).toBeVisible()
  const left = await dumpOf(phone)
  for (const field of ['sealed', 'subject', 'person', 'code', 'savedAt'])
    expect(left.fields).not.toContain(field)
  // The hospital's own line, and how this device looks and runs; nothing of a transfer or of who was here.
  const stays = ['brancard.callback.umc-utrecht', 'brancard.clock', 'brancard.recent']
  expect(left.marks.filter((mark) => !stays.includes(mark))).toEqual([])
})

async function wake(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(url))
      if (own !== undefined) resolve(own.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: url,
    registrationId: await found,
    tag: 'outbox',
    lastChance: false,
  })
}

test('with signal again the queue goes although the app is closed', async ({ stage }) => {
  const phone = await filedOffline(stage)
  const rcps = await stage.open('rcps@nazmn', '/matchen')
  await expect(rcps.getByText('Er wacht geen aanvraag op u')).toBeVisible()
  const context = phone.context()
  await phone.close()
  await context.setOffline(false)
  await expect(rcps.getByText('Er wacht geen aanvraag op u')).toBeVisible()
  await wake(context, stage.url)
  await expect(rcps.getByRole('row', { name: /UMC Utrecht/ })).toHaveCount(1)
})
