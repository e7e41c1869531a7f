// The fleet: a desk changes what its own vehicle is, and adds one that was not there; both are at once what others plan with.
import type { Page } from '@playwright/test'
import { expect, PHONE, test } from '#test/support/stage.ts'

const MICU_DESK = 'transport-desk@micu-umc-utrecht'
const RAV_DESK = 'transport-desk@rav-vr09'

const lineOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

test('a desk changes its vehicle’s hours and oxygen; a wrong one is said and nothing is sent', async ({
  stage,
}) => {
  const page = await stage.open(MICU_DESK, '/vloot')
  const line = lineOf(page, 'MICU Utrecht 1')
  await line.getByRole('button', { name: 'Wijzig MICU Utrecht 1' }).click()
  const form = page.getByRole('dialog', { name: 'Wijzig MICU Utrecht 1' })
  await form.getByRole('radio', { name: 'op vaste uren' }).check()
  await form.getByLabel('Van (uu:mm)').fill('19:00')
  await form.getByLabel('Tot (uu:mm)').fill('07:30')
  await form.getByRole('button', { name: 'Leg vast' }).click()
  await expect(form.getByText(/uren als 07:30/)).toBeVisible()
  await form.getByLabel('Van (uu:mm)').fill('07:30')
  await form.getByLabel('Tot (uu:mm)').fill('22:15')
  await form.getByRole('checkbox', { name: 'zware patiënten' }).check()
  await form.getByLabel('Fles 1, liter').fill('50')
  await form.getByRole('button', { name: 'Leg vast' }).click()
  await expect(form).toBeHidden()
  await expect(line).toContainText('07:30–22:15')

  const call = await stage.call('transport-desk@micu-radboudumc')
  await expect
    .poll(async () => {
      const { vehicles } = (await call.get('/api/day-board?day=2026-11-21&scope=nation')) as {
        vehicles: { name: string; hours: unknown }[]
      }
      return vehicles.find(({ name }) => name === 'MICU Utrecht 1')?.hours
    })
    .toEqual({ from: '07:30', until: '22:15' })
  // Kept: as it was typed, after a fresh start.
  await page.reload()
  await expect(line).toContainText('07:30–22:15')
  await line.getByRole('button', { name: 'Wijzig MICU Utrecht 1' }).click()
  await expect(form.getByLabel('Fles 1, liter')).toHaveValue('50')
  // A MICU is added by a team's decision, not here.
  await expect(page.getByRole('button', { name: 'Voeg een voertuig toe' })).toHaveCount(0)
})

test('a RAV adds a vehicle on a phone, and it stands on its board', async ({ stage }) => {
  const page = await stage.open(RAV_DESK, '/vloot', PHONE)
  await page.getByRole('button', { name: 'Voeg een voertuig toe' }).tap()
  const form = page.getByRole('dialog', { name: 'Voeg een voertuig toe' })
  await form.getByRole('button', { name: 'Leg vast' }).tap()
  await expect(form.getByText(/Vul een roepnaam in/)).toBeVisible()
  await form.getByLabel('Roepnaam').fill('RAV 09-101')
  await form.getByRole('radio', { name: 'Ambulance+' }).check()
  await form.getByRole('button', { name: 'Leg vast' }).tap()
  // Another has that name: said in the form, which keeps what was filled in.
  await expect(form.getByText('Een ander voertuig heet al zo.')).toBeVisible()
  await expect(form.getByRole('radio', { name: 'Ambulance+' })).toBeChecked()
  await form.getByLabel('Roepnaam').fill('RAV 09-190')
  await form.getByRole('checkbox', { name: 'isolatie' }).check()
  await form.getByRole('button', { name: 'Leg vast' }).tap()
  await expect(lineOf(page, 'RAV 09-190')).toContainText(/Ambulance\+.*HFNO · isolatie/)

  const desk = await stage.open(RAV_DESK, '/ritten')
  await expect(desk.getByText('RAV 09-190')).toBeVisible()
  await expect(desk.getByText('RAV 09-190')).toHaveCount(1)
})

test('an extra team that is not all filled in says what is missing; filled in it stands in the list', async ({
  stage,
}) => {
  const page = await stage.open(MICU_DESK, '/vloot', PHONE)
  await page.getByRole('button', { name: 'Zet een extra team in' }).tap()
  const decide = page.getByRole('button', { name: 'Leg het besluit vast' })
  await decide.tap()
  await expect(page.getByText('Vul dit in.')).toHaveCount(2)
  await page.getByRole('button', { name: 'Annuleer' }).tap()
  await expect(decide).toBeHidden()
  await page.getByRole('button', { name: 'Zet een extra team in' }).tap()
  await page.getByLabel('Tot', { exact: true }).fill('2026-11-20T12:00')
  await page.getByLabel('Reden').fill('Twee dagen op rij vol')
  await decide.tap()
  await expect(page.getByText('Kies een tijd na het begin.')).toBeVisible()
  await page.getByLabel('Tot', { exact: true }).fill('2026-11-23T12:00')
  await decide.tap()
  await expect(lineOf(page, 'Twee dagen op rij vol')).toContainText('MICU UMC Utrecht')
  await expect(decide).toBeHidden()
})
