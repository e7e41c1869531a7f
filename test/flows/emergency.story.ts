import { expect, PHONE, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

test('who is with a patient opens the request by its code, and its parties see who and why', async ({
  stage,
}) => {
  const told = await filed(stage)
  const helper = await stage.open('intensivist@lumc-leiden', '/', PHONE)
  const referrer = await stage.open(told.referrer, `/aanvragen/${told.transfer}`)
  await helper.getByRole('button', { name: /Wie ik ben/ }).tap()
  await helper.getByRole('button', { name: 'Noodtoegang: ik sta bij een patiënt' }).tap()
  await expect(helper.getByRole('heading', { level: 1, name: 'Noodtoegang' })).toBeVisible()

  await helper.getByLabel('Code van de patiënt').fill('K7Q-3T0')
  await helper.getByRole('button', { name: 'Open voor een uur' }).tap()
  await expect(helper.getByText('Deze code klopt niet.')).toBeVisible()
  await expect(helper.getByText('Geef een reden')).toBeVisible()

  await helper
    .getByLabel('Code van de patiënt')
    .fill(`${told.code.slice(0, 3)}-${told.code.slice(3)}`.toLowerCase())
  await helper.getByLabel('Waarom u dit nu moet weten').fill('Patiënt is hier binnengebracht, MICU met pech.')
  await helper.getByRole('button', { name: 'Open voor een uur' }).tap()
  await expect(helper).toHaveURL(new RegExp(told.transfer))
  await expect(helper.getByText('FiO₂').first()).toBeVisible()
  await expect(referrer.getByText('Geopend met noodtoegang, voor een uur').first()).toBeVisible()
  await expect(referrer.getByText('MICU met pech').first()).toBeVisible()
})

test('who treats, searches and drives nobody is not offered it', async ({ stage }) => {
  const observer = await stage.open('observer@igj', '/noodtoegang')
  await expect(observer.getByLabel('Code van de patiënt')).toBeHidden()
})
