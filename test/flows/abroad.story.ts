import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { axe } from '#test/support/axe.ts'
import { turnOn, typeCode } from '#test/support/screens.ts'
import { expect, PHONE, type Stage, test } from '#test/support/stage.ts'
import { callSign, filed, planned, type Told } from '#test/support/told.ts'

const AACHEN = 'Uniklinik RWTH Aachen'
const MUENSTER = 'Universitätsklinikum Münster'

/** The minister decides on 2d, on the LNAZ's advice. */
async function intoPhase2d(stage: Stage): Promise<void> {
  await (await stage.call('secretary@minister-vws')).act('phase.announce', {
    phase: randomUUID(),
    scope: 'national',
    to: '2d',
    decidedBy: 'minister-vws',
    advice: ['db-lnaz'],
    reason: 'De IC’s zitten vol.',
    inForceFrom: stage.now(),
  })
}

async function open(lcps: Page): Promise<void> {
  await expect(lcps.getByText('Ziekenhuizen in het buitenland zijn niet opengesteld')).toBeVisible()
  await lcps.getByRole('button', { name: 'Stel open' }).click()
  await lcps.getByRole('dialog').getByLabel('Reden van het besluit').fill('Fase 2d, geen bed op tijd.')
  await lcps.getByRole('dialog').getByRole('button', { name: 'Stel open' }).click()
  await expect(lcps.getByText('Ziekenhuizen in het buitenland zijn opengesteld')).toBeVisible()
}

async function offerTo(lcps: Page, name: string): Promise<void> {
  await lcps.getByRole('group', { name: 'In het buitenland' }).getByRole('radio', { name }).check()
  await lcps.getByLabel(/Waarom/).fill('Geen bed in het land op tijd.')
  await lcps.getByRole('button', { name: `Bied aan bij ${name}` }).click()
  await expect(turnOn(lcps)).toContainText('U moet een bed bevestigen')
}

async function answerNo(lcps: Page): Promise<void> {
  await lcps.getByRole('button', { name: 'Leg de afwijzing vast' }).click()
  const dialog = lcps.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Geen personeel' }).check()
  await dialog.getByRole('button', { name: 'Wijs af' }).click()
  await expect(turnOn(lcps)).toContainText('zoekt een bed')
}

async function answerYes(lcps: Page): Promise<void> {
  await lcps.getByLabel('Wie accepteert medisch?').fill('Diensthabender Oberarzt')
  await lcps.getByLabel('Telefoonlijn van die functie').fill('+49 251 8300')
  await lcps.getByRole('button', { name: 'Leg de toezegging vast' }).click()
}

async function drive(crew: Page, { code }: Told): Promise<void> {
  for (const step of ['Accepteer rit', 'Rijd naar patiënt', 'Bij de patiënt', 'Meld vertrek'])
    await crew.getByRole('button', { name: step }).tap()
  await typeCode(crew, code.slice(-3))
  await crew.getByRole('button', { name: 'Meld aankomst' }).tap()
}

const NARROW = { width: 320, height: 640 }

/** Where it is chosen, on the smallest phone. */
async function fitsAndIsFound(stage: Stage, path: string): Promise<void> {
  const page = await stage.open('lcps@nl', path, NARROW)
  await page.getByRole('group', { name: 'In het buitenland' }).getByRole('radio').first().check()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await axe(page)).toEqual([])
  await page.context().close()
}

/** What stands on the paper when the printer is asked. */
async function printed(doctor: Page): Promise<string> {
  await doctor.evaluate(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'))
      document.body.dataset.printed = document.querySelector('.print-sheet')?.textContent ?? ''
      window.dispatchEvent(new Event('afterprint'))
    }
  })
  await expect(doctor.getByRole('radio', { name: 'Deutsch' })).toBeChecked()
  await doctor.getByRole('button', { name: 'Print de brief' }).tap()
  await expect.poll(() => doctor.evaluate(() => document.body.dataset.printed)).toBeTruthy()
  return doctor.evaluate(() => document.body.dataset.printed ?? '')
}

test('abroad is opened, a hospital there is asked, answers by phone, and takes the patient in', async ({
  stage,
}) => {
  const told = await filed(stage)
  await (await stage.call(told.rcps)).act('transfer.hand-over', { transfer: told.transfer, note: 'Vol.' })
  const [lcps, doctor] = await Promise.all([
    stage.open('lcps@nl', `/matchen/${told.transfer}`),
    stage.open(told.referrer, `/aanvragen/${told.transfer}`, PHONE),
  ])
  await expect(lcps.getByRole('button', { name: /^Bied aan/ })).toBeVisible()
  await expect(lcps.getByRole('group', { name: 'In het buitenland' })).toBeHidden()
  await intoPhase2d(stage)
  const abroad = await stage.open('lcps@nl', '/buitenland')
  await open(abroad)

  await fitsAndIsFound(stage, `/matchen/${told.transfer}`)
  // The nearest with room says no; the coordinating one says yes.
  await offerTo(lcps, AACHEN)
  await expect(doctor.getByText(AACHEN).filter({ visible: true }).first()).toBeVisible()
  await answerNo(lcps)
  await expect(lcps.getByText('wees eerder af').filter({ visible: true }).first()).toBeVisible()
  await offerTo(lcps, MUENSTER)
  await answerYes(lcps)
  await expect(turnOn(doctor)).toContainText('plant de rit')

  const driven = await planned(stage, { ...told, to: 'uk-muenster' }, { vehicle: 'micu-umc-utrecht-1' })
  const crew = await stage.open(`crew@${driven.vehicle}`, '/rit', PHONE)
  await expect(crew.getByText(MUENSTER).filter({ visible: true }).first()).toBeVisible()
  await expect(turnOn(doctor)).toContainText(callSign(driven.vehicle))
  // The letter goes along in the language of who reads it; the screen stays as it was.
  const letter = await printed(doctor)
  expect(letter).toContain('Verlegungsbrief')
  expect(letter).toContain(MUENSTER)
  await expect(doctor.getByRole('button', { name: 'Print de brief' })).toBeVisible()
  await drive(crew, driven)
  await expect(turnOn(doctor)).toContainText('draagt de patiënt over')
  await crew.getByRole('button', { name: 'Patiënt overgedragen' }).tap()
  await expect(turnOn(doctor)).toContainText('LCPS sluit af')
})

test('an administrator takes a hospital abroad out, and it can be asked no more', async ({ stage }) => {
  const [admin, lcps] = await Promise.all([
    stage.open('admin@brancard', '/buitenland'),
    stage.open('lcps@nl', '/buitenland', PHONE),
  ])
  const row = (page: Page) => page.getByRole('row').filter({ hasText: 'Klinikum Osnabrück' })
  await expect(row(lcps)).toBeVisible()
  await expect(lcps.getByRole('button', { name: /^Haal weg/ })).toHaveCount(0)
  // The plan's own is nobody's to take out.
  await expect(admin.getByRole('button', { name: `Haal weg: ${MUENSTER}` })).toHaveCount(0)
  await admin.getByRole('button', { name: 'Haal weg: Klinikum Osnabrück' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Reden van het besluit').fill('De afspraak is afgelopen.')
  await dialog.getByRole('button', { name: 'Haal weg' }).click()
  for (const page of [admin, lcps]) await expect(row(page)).toHaveCount(0)
})
