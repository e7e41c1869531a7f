import { expect, PHONE, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

test('a person chooses a function and finds the own work list', async ({ stage }) => {
  stage.allow(/status of 401/)
  const page = await stage.open(null, '/', PHONE)
  await expect(page.getByRole('heading', { name: 'Kies wie u bent' })).toBeVisible()
  await page.getByLabel('Zoek op plaats of rol').fill('intensivist utrecht')
  await page.getByRole('button', { name: 'Intensivist, UMC Utrecht', exact: true }).tap()
  await expect(page.getByText('Er zijn geen overplaatsingen voor u')).toBeVisible()
  await expect(page.getByText('DEMO – fictieve cijfers')).toBeVisible()
})

test('a link that was opened signed out leads there after signing in', async ({ stage }) => {
  stage.allow(/status of 401/)
  const told = await filed(stage)
  const page = await stage.open(null, `/matchen/${told.transfer}`)
  await expect(page.getByRole('heading', { name: 'Kies wie u bent' })).toBeVisible()
  await page.getByLabel('Zoek op plaats of rol').fill('rcps midden')
  await page.getByRole('button', { name: 'RCPS-coördinator, NAZMN', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/matchen/${told.transfer}$`))
  await expect(page.getByText('U zoekt een bed').first()).toBeVisible()
})

test('what is not for a function is not found, and not told apart from nothing', async ({ stage }) => {
  // What ended long ago is asked of the server, which says the same of what is not there.
  stage.allow(/status of 404/)
  const told = await filed(stage)
  const stranger = await stage.open('intensivist@isala-zwolle', `/aanvragen/${told.transfer}`)
  await expect(stranger.getByText('Deze overplaatsing is er niet').first()).toBeVisible()
  await expect(stranger.getByText(told.code.slice(3))).toBeHidden()
})
