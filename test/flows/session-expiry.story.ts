import type { BrowserContext, Page } from '@playwright/test'
import { answer, icShortage } from '#test/support/filing.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'

// The installed app lives by the machine's own clock, and so must its server.
test.use({ startsAt: new Date().toISOString() })

/** The server forgets the session; the phone does not know yet. */
async function endAtServer(context: BrowserContext, url: string): Promise<void> {
  const cookies = await context.cookies(url)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const ended = await fetch(`${url}/api/session`, { method: 'DELETE', headers: { cookie, origin: url } })
  expect(ended.status).toBe(204)
}

async function become(page: Page, search: string, name: string): Promise<void> {
  await page.getByLabel('Zoek op plaats of rol').fill(search)
  await page.getByRole('button', { name, exact: true }).tap()
}

test('a request filed offline in which the session ends: its person returns and it goes, another never has it', async ({
  stage,
}) => {
  stage.allow(/ERR_INTERNET_DISCONNECTED|status of 401/)
  const phone = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE, { installed: true })
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect(phone.getByText('Actueel', { exact: true })).toBeVisible()
  await phone.context().setOffline(true)
  await phone.reload()
  await answer(phone, icShortage.chips, icShortage.typed)
  await phone.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(phone.getByRole('heading', { name: 'Aanvraag bewaard' })).toBeVisible()
  await expect(phone.getByText('1 te verzenden')).toBeVisible()
  await expect(phone.getByText(/verstuurd|ontvangen/i)).toBeHidden()

  await endAtServer(phone.context(), stage.url)
  const rcps = await stage.open('rcps@nazmn', '/matchen')
  await phone.context().setOffline(false)
  await expect(phone.getByRole('heading', { name: 'Kies wie u bent' })).toBeVisible()

  await become(phone, 'intensivist rijnstate', 'Intensivist, Rijnstate, locatie Arnhem')
  await expect(phone.getByLabel('Leeftijd', { exact: true })).toHaveValue('')
  await expect(phone.getByText('te verzenden')).toBeHidden()
  await phone.goto(`${stage.url}/te-verzenden`)
  await expect(phone.getByText('Alles is verzonden')).toBeVisible()
  await expect(rcps.getByText('Er wacht geen aanvraag op u')).toBeVisible()

  await phone.getByRole('button', { name: /^Wie ik ben/ }).tap()
  await phone.getByRole('dialog').getByRole('button', { name: 'Kies iemand anders' }).tap()
  await become(phone, 'intensivist utrecht', 'Intensivist, UMC Utrecht')
  await expect(rcps.getByRole('row', { name: /UMC Utrecht/ })).toHaveCount(1)
  await phone.goto(`${stage.url}/te-verzenden`)
  await expect(phone.getByText(/^ontvangen \d\d:\d\d$/)).toBeVisible()
})
