import type { Page } from '@playwright/test'
import { hospitals } from '#shared/reference/hospitals.ts'
import { answer, choose, icShortage } from '#test/support/filing.ts'
import { figureOf, icFigure, turnOn, typeCode } from '#test/support/screens.ts'
import { expect, PHONE, type Stage, test } from '#test/support/stage.ts'

const ASKS = 'umc-utrecht'
const MICU = 'MICU Utrecht 1'

/** Everybody who acts in the story, each on an own screen that is never reloaded. */
type Cast = { doctor: Page; rcps: Page; lcps: Page; desk: Page; crew: Page; stranger: Page }

async function seat(stage: Stage): Promise<Cast> {
  const [doctor, rcps, lcps, desk, crew, stranger] = await Promise.all([
    stage.open(`intensivist@${ASKS}`, '/aanvraag', PHONE),
    stage.open('rcps@nazmn', '/matchen'),
    stage.open('lcps@nl', '/matchen'),
    stage.open('transport-desk@micu-umc-utrecht', '/vervoer'),
    stage.open('crew@micu-umc-utrecht-1', '/rit', PHONE),
    stage.open('bed-desk@erasmus-mc', '/'),
  ])
  return { doctor, rcps, lcps, desk, crew, stranger }
}

/** The headline on each of these screens; whoever's turn it is reads "U". */
async function turn(pages: readonly Page[], who: { name: string; page?: Page }, does: string): Promise<void> {
  for (const page of pages)
    await expect(turnOn(page)).toContainText(`${page === who.page ? 'U' : who.name} ${does}`)
}

async function fileUrgently({ doctor }: Cast): Promise<string> {
  await answer(doctor, icShortage.chips, icShortage.typed)
  await choose(doctor, 'Opgenomen', 'Vanwege COVID-19')
  await choose(doctor, 'Doel', 'Spreiding')
  await doctor.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(doctor.getByRole('heading', { name: 'Aanvraag ontvangen' })).toBeVisible()
  await turn([doctor], { name: 'RCPS Midden-Nederland' }, 'verifieert')
  const code = (await doctor.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/).textContent()) ?? ''
  await doctor.getByRole('link', { name: 'Open de aanvraag' }).tap()
  await expect(doctor.getByRole('heading', { level: 1, name: code })).toBeVisible()
  return code
}

async function verifyAndHandOver({ doctor, rcps, lcps }: Cast, code: string): Promise<void> {
  const who = { name: 'RCPS Midden-Nederland', page: rcps }
  await expect(lcps.getByText('Er wacht geen aanvraag op u')).toBeVisible()
  await rcps.getByRole('row', { name: code }).click()
  await rcps.getByRole('button', { name: 'Pak op' }).click()
  await turn([doctor, rcps], who, 'verifieert')
  await expect(rcps.getByText('Geen vrij bed gemeld, ook geen BOSS-bed')).toBeVisible()
  await rcps.getByRole('button', { name: 'Bevestig tekort' }).click()
  await turn([doctor, rcps], who, 'zoekt een bed')
  await expect(rcps.getByText('In de regio kan niemand.')).toBeVisible()
  await rcps.getByRole('button', { name: 'Draag over aan LCPS' }).click()
  await rcps.getByRole('dialog').getByRole('button', { name: 'Draag over' }).click()
  await lcps.getByRole('row', { name: code }).click()
  await turn([doctor, rcps, lcps], { name: 'LCPS', page: lcps }, 'zoekt een bed')
}

/** The hospitals the LCPS sees on top: the region furthest under its share first. */
async function topTwo(lcps: Page): Promise<string[]> {
  const choices = lcps.getByRole('group', { name: 'Kies een ziekenhuis' }).getByRole('listitem')
  await expect(choices.first()).toContainText('regio het verst onder aandeel')
  const ids = await lcps
    .getByRole('group', { name: 'Kies een ziekenhuis' })
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value))
  return ids.slice(0, 2)
}

const nameOf = (id: string): string => hospitals.find((one) => one.id === id)?.short ?? id

async function offerTo({ doctor, rcps, lcps }: Cast, receiver: Page, id: string): Promise<void> {
  await lcps.getByRole('button', { name: `Bied aan bij ${nameOf(id)}` }).click()
  const who = { name: nameOf(id), page: receiver }
  await receiver.getByRole('row', { name: /UMC Utrecht/ }).click()
  await turn([doctor, rcps, lcps, receiver], who, 'moet het aanbod openen')
  await receiver.getByRole('button', { name: 'Meld ontvangst' }).click()
  await turn([doctor, rcps, lcps, receiver], who, 'moet een bed bevestigen')
}

async function decline({ doctor, rcps, lcps }: Cast, first: Page, code: string, id: string): Promise<void> {
  await first.getByRole('button', { name: 'Wijs af' }).click()
  const dialog = first.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Geen personeel' }).check()
  await dialog.getByRole('button', { name: 'Wijs af' }).click()
  await turn([doctor, rcps, lcps], { name: 'LCPS', page: lcps }, 'zoekt een bed')
  await expect(doctor.getByText('Geen personeel').first()).toBeVisible()
  await expect(lcps.getByRole('button', { name: `Bied aan bij ${nameOf(id)}` })).toBeHidden()
  // P7: the hospital keeps its own answer, and loses sight of the patient.
  await expect(first.getByText('Van deze aanvraag ziet u alleen nog het antwoord')).toBeVisible()
  await expect(first.getByText(code)).toBeHidden()
  await expect(first.getByText('61', { exact: false })).toBeHidden()
}

async function confirm(cast: Cast, second: Page, id: string, beds: Page): Promise<void> {
  const occupied = await figureOf(icFigure(beds, 'Bezet'))
  await second.getByLabel('Wie accepteert medisch?').fill('dienstdoend intensivist')
  await second.getByLabel('Telefoonlijn van die functie').fill('088 5550 201')
  await second.getByRole('button', { name: 'Bied bed aan' }).click()
  const { doctor, rcps, lcps, desk } = cast
  const who = { name: 'MICU UMC Utrecht', page: desk }
  await turn([doctor, rcps, lcps, second], who, 'plant de rit')
  await expect(beds.getByText('1 gereserveerd')).toBeVisible()
  expect(await figureOf(icFigure(beds, 'Bezet'))).toBe(occupied)
  await expect(desk.getByText(nameOf(id)).filter({ visible: true }).first()).toBeVisible()
}

async function planRide(cast: Cast, second: Page, code: string): Promise<void> {
  const { doctor, rcps, lcps, desk, crew } = cast
  await expect(crew.getByText('Er staat geen rit voor u klaar')).toBeVisible()
  await desk.getByRole('row', { name: code }).click()
  await turn([desk], { name: 'MICU UMC Utrecht', page: desk }, 'plant de rit')
  await expect(desk.getByText('Spoed: zo snel mogelijk.')).toBeVisible()
  await desk
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click()
  await desk.getByRole('radio', { name: new RegExp(MICU) }).check()
  await desk.getByRole('button', { name: 'Plan de rit' }).click()
  await turn([doctor, rcps, lcps, second, desk], { name: `Bemanning ${MICU}` }, 'moet de rit accepteren')
}

const STEPS = [
  ['Accepteer rit', 'rijdt naar de patiënt'],
  ['Rijd naar patiënt', 'rijdt naar de patiënt'],
  ['Bij de patiënt', 'laadt de patiënt'],
  ['Meld vertrek', 'is onderweg met de patiënt'],
  ['Meld aankomst', 'draagt de patiënt over'],
] as const

async function drive(cast: Cast, pages: readonly Page[], code: string, upTo: number): Promise<void> {
  for (const [button, does] of STEPS.slice(upTo, upTo === 0 ? 3 : upTo + 1)) {
    await cast.crew.getByRole('button', { name: button }).tap()
    if (button === 'Meld vertrek') await typeCode(cast.crew, code.slice(4))
    await turn(pages, { name: `Bemanning ${MICU}` }, does)
  }
}

test('a full IC asks, the nation finds a bed, a MICU drives, and every screen is right at every step', async ({
  stage,
}) => {
  const cast = await seat(stage)
  const code = await fileUrgently(cast)
  await verifyAndHandOver(cast, code)

  const [firstId = '', secondId = ''] = await topTwo(cast.lcps)
  const [first, second, secondBeds, ownBeds] = await Promise.all([
    stage.open(`bed-desk@${firstId}`, '/aanbod'),
    stage.open(`bed-desk@${secondId}`, '/aanbod'),
    stage.open(`bed-desk@${secondId}`, '/bedden'),
    stage.open(`bed-desk@${ASKS}`, '/bedden'),
  ])
  const [occupied, ownOccupied] = await Promise.all([
    figureOf(icFigure(secondBeds, 'Bezet')),
    figureOf(icFigure(ownBeds, 'Bezet')),
  ])
  // Who declined may have asked for the patient once more in that very moment: gone, and so it should be.
  stage.allow(/status of 404/)
  await offerTo(cast, first, firstId)
  await decline(cast, first, code, firstId)
  await offerTo(cast, second, secondId)
  await confirm(cast, second, secondId, secondBeds)
  await planRide(cast, second, code)

  const watching = [cast.doctor, cast.rcps, cast.lcps, cast.desk, second]
  await drive(cast, watching, code, 0)
  await expect(icFigure(ownBeds, 'Bezet')).toHaveValue(String(ownOccupied))
  await drive(cast, watching, code, 3)
  await expect(icFigure(ownBeds, 'Bezet')).toHaveValue(String(ownOccupied - 1))
  await drive(cast, watching, code, 4)
  await expect(icFigure(secondBeds, 'Bezet')).toHaveValue(String(occupied + 1))
  await expect(secondBeds.getByText('gereserveerd')).toBeHidden()

  await cast.crew.getByRole('button', { name: 'Patiënt overgedragen' }).tap()
  await turn(watching, { name: nameOf(secondId), page: second }, 'sluit af')
  await expect(cast.stranger.getByText('Er zijn geen overplaatsingen voor u')).toBeVisible()
  await expect(first.getByText('Van deze aanvraag ziet u alleen nog het antwoord')).toBeVisible()
})
