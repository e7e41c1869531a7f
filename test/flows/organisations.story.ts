import { answer, icShortage } from '#test/support/filing.ts'
import { fileFrom, press } from '#test/support/own-seats.ts'
import { expect, test } from '#test/support/own-story.ts'

test('a phone line is entered once, and whoever waits can dial it', async ({ own: { seats, server } }) => {
  const admin = await seats.firstAdmin()
  const referrer = await seats.accept(
    await seats.invite(admin, 'Intensivist 1, UMC Utrecht', 'Intensivist', 'UMC Utrecht'),
  )
  await admin.getByRole('link', { name: 'Organisaties' }).click()
  await admin.getByLabel('Zoek').fill('nazmn rcps')
  await admin.getByRole('row', { name: /^RCPS/ }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Telefoonlijn').fill('bel maar')
  await press(admin, 'Bewaar lijn')
  await expect(dialog.getByText('Schrijf een telefoonnummer').first()).toBeVisible()
  await dialog.getByLabel('Telefoonlijn').fill('030 555 01 10')
  await dialog.getByRole('button', { name: 'Bewaar lijn' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(admin.getByRole('row', { name: /^RCPS/ })).toContainText('030 555 01 10')

  // On the receipt at once, and on the request later.
  await referrer.goto(`${server.url}/aanvraag`)
  await answer(referrer, icShortage.chips, icShortage.typed)
  await press(referrer, 'Verstuur aanvraag')
  await expect(referrer.getByRole('heading', { name: 'Aanvraag ontvangen' })).toBeVisible()
  await expect(referrer.getByRole('link', { name: /^Bel RCPS .*030 555 01 10$/ })).toHaveAttribute(
    'href',
    'tel:0305550110',
  )
  const { transfer } = await fileFrom(referrer)
  await referrer.goto(`${server.url}/aanvragen/${transfer}`)
  const call = referrer.getByRole('link', { name: /^Bel RCPS .*030 555 01 10$/ })
  await expect(call).toHaveAttribute('href', 'tel:0305550110')
  await expect.poll(async () => (await call.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48)
})

test('an administrator of a hospital has its own people and lines, and no other page', async ({
  own: { seats, server },
}) => {
  const admin = await seats.firstAdmin()
  await seats.invite(
    admin,
    'Bedcoördinator 3, UMCG',
    'Bedcoördinator',
    'Universitair Medisch Centrum Groningen',
  )
  const own = await seats.accept(
    await seats.invite(admin, 'Beheerder, UMC Utrecht', 'Beheerder', 'UMC Utrecht'),
  )
  await own.goto(`${server.url}/mensen`)
  const pages = own.getByRole('navigation', { name: 'Beheer' }).getByRole('link')
  await expect(pages).toHaveText(['Mensen', 'Organisaties', 'Instellingen'])
  await expect(own.getByText('Beheerder, UMC Utrecht').last()).toBeVisible()
  await expect(own.getByText('Bedcoördinator 3, UMCG')).toHaveCount(0)
  await press(own, 'Nodig iemand uit')
  await own.getByLabel('Rol', { exact: true }).selectOption({ label: 'Bedcoördinator' })
  await expect(own.getByLabel('Bij', { exact: true }).locator('option')).toHaveText(['UMC Utrecht'])
  await own.getByRole('button', { name: 'Annuleer' }).click()

  await pages.filter({ hasText: 'Organisaties' }).click()
  await expect(own.getByRole('row')).toHaveCount(1 + 1 + 4)
  await expect(own.getByText('UMC Utrecht', { exact: true })).toBeVisible()
  await pages.filter({ hasText: 'Instellingen' }).click()
  await expect(own.getByText('Alleen de beheerder van heel brancard')).toBeVisible()
  await expect(own.getByRole('button', { name: 'Leg besluit vast' })).toHaveCount(0)
  for (const path of ['bewaren', 'bestand', 'aanmelden', 'koppelingen']) {
    await own.goto(`${server.url}/mensen/${path}`)
    await expect(own.getByText('Deze persoon is er niet')).toBeVisible()
  }
})
