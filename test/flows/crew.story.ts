import type { Page } from '@playwright/test'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { answer, icShortage } from '#test/support/filing.ts'
import { turnOn, typeCode } from '#test/support/screens.ts'
import { DESK, expect, PHONE, type Stage, test } from '#test/support/stage.ts'
import {
  callSign,
  confirmed,
  driven,
  filed,
  offered,
  planned,
  shortName,
  type Told,
} from '#test/support/told.ts'

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().tap()
const more = (page: Page) => page.getByText('Meer: afbreken of uitwijken').tap()

/** Reserved, with a vehicle that is to come. */
const ready = async (stage: Stage, request = {}): Promise<Told> =>
  planned(stage, await confirmed(stage, await offered(stage, await filed(stage, request))))

const detailOf = async (stage: Stage, told: Told): Promise<TransferDetail> =>
  (await (
    await stage.call(told.referrer)
  ).get<TransferDetail>(`/api/transfers/${told.transfer}`)) as TransferDetail

test('on the road the crew goes to another hospital: the first is told its bed is free, the ride ends there', async ({
  stage,
}) => {
  const told = await driven(stage, await ready(stage), 'departed')
  const doctor = await stage.open(told.referrer, `/aanvragen/${told.transfer}`, PHONE)
  const first = await stage.open(`bed-desk@${told.to}`, `/aanbod/${told.reservation}`)
  await expect(first.getByText('Verwachte aankomst').first()).toBeVisible()
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  await more(crew)
  await tap(crew, 'Wijk uit naar een ander ziekenhuis')
  const sheet = crew.getByRole('dialog', { name: 'Uitwijken' })
  await sheet.getByRole('button', { name: 'Meld uitwijken' }).tap()
  // Not without where and why.
  await expect(sheet.getByText('Vul dit in.').first()).toBeVisible()
  const near = sheet.getByRole('group', { name: 'Waar is de patiënt nu' }).getByRole('radio').first()
  await near.check()
  await sheet.getByRole('radio', { name: 'Toestand van de patiënt' }).check()
  await sheet.getByRole('button', { name: 'Meld uitwijken' }).tap()
  await expect(crew.getByRole('button', { name: 'Patiënt overgedragen' })).toBeVisible()

  await expect(turnOn(doctor)).toContainText('draagt de patiënt over')
  const { ride, reservations, contacts } = await detailOf(stage, told)
  const elsewhere = ride?.to ?? ''
  expect(elsewhere).not.toBe(told.to)
  expect(reservations.find(({ hospital }) => hospital === told.to)).toMatchObject({ state: 'released' })
  expect(reservations.find(({ hospital }) => hospital === elsewhere)).toMatchObject({ state: 'occupied' })
  expect(contacts?.acceptedBy ?? null).toBe(null)
  await expect(doctor.getByText(shortName(elsewhere)).first()).toBeVisible()
  await expect(
    first.getByRole('definition').filter({ hasText: 'Naar een ander ziekenhuis gereden' }),
  ).toBeVisible()

  const there = await stage.open(`bed-desk@${elsewhere}`, '/', DESK)
  await there
    .getByRole('link', { name: new RegExp(told.code.slice(0, 3)) })
    .first()
    .click()
  await expect(turnOn(there)).toContainText('draagt de patiënt over')
  await tap(crew, 'Patiënt overgedragen')
  await tap(crew, 'Weer beschikbaar')
  await expect(crew.getByText('Deze rit is klaar')).toBeVisible()
  await expect(turnOn(doctor)).toContainText('sluit af')
})

test('a crew declines with a reason: the desk reads it, the bed stays, and another vehicle takes it', async ({
  stage,
}) => {
  stage.allow(/status of 404/)
  const told = await ready(stage)
  const desk = await stage.open('transport-desk@micu-umc-utrecht', `/vervoer/${told.transfer}`)
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  await tap(crew, 'Weiger deze rit')
  const sheet = crew.getByRole('dialog', { name: 'Rit weigeren' })
  await sheet.getByRole('radio', { name: 'Past niet meer in de dienst' }).check()
  await sheet.getByRole('button', { name: 'Weiger rit' }).tap()
  await expect(crew.getByText('Past niet meer in de dienst')).toBeVisible()

  await expect(turnOn(desk)).toContainText('U plant de rit')
  await expect(desk.getByText(`${callSign(told.vehicle)} nam de rit niet aan`)).toBeVisible()
  await expect(desk.getByText(/^Past niet meer in de dienst, /)).toBeVisible()
  const other = desk.getByRole('group', { name: /^MICU/ }).getByRole('radio').nth(1)
  await other.check()
  await desk
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click()
  await desk.getByRole('button', { name: 'Plan de rit' }).click()
  await expect(turnOn(desk)).toContainText('moet de rit accepteren')
  // The desk's screen shows its own act before the server has it.
  await expect.poll(async () => (await detailOf(stage, told)).ride?.state).toBe('planned')
  const { ride, reservations } = await detailOf(stage, told)
  expect(ride?.vehicle).not.toBe(told.vehicle)
  expect(reservations.find(({ id }) => id === told.reservation)).toMatchObject({ state: 'confirmed' })
})

test('the accompanying doctor does not go along at the bed: the ride stops, the desk plans again', async ({
  stage,
}) => {
  const escort = { criteria: 'Stabiel onder sedatie, eigen verpleegkundige rijdt mee.' }
  stage.allow(/status of 404/)
  const told = await driven(stage, await ready(stage, { escort }), 'at-origin')
  const doctor = await stage.open(told.referrer, `/aanvragen/${told.transfer}`, PHONE)
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  await more(crew)
  await tap(crew, 'Begeleider rijdt niet mee')
  const sheet = crew.getByRole('dialog', { name: 'Begeleider rijdt niet mee' })
  await sheet.getByRole('radio', { name: 'Patiënt niet stabiel genoeg' }).check()
  await sheet.getByRole('button', { name: 'Meld dat de begeleider niet meerijdt' }).tap()
  await expect(crew.getByText('Deze rit is afgebroken')).toBeVisible()
  await expect(turnOn(doctor)).toContainText('plant de rit')
  await expect(doctor.getByText(/Patiënt niet stabiel genoeg/).first()).toBeVisible()
  const { transfer, reservations } = await detailOf(stage, told)
  expect(transfer).toMatchObject({ state: 'reserved', vehicle: null })
  expect(reservations.find(({ id }) => id === told.reservation)).toMatchObject({ state: 'confirmed' })
})

test('the way back starts from the way there: the route is filled in, what the patient was like is asked anew', async ({
  stage,
}) => {
  const told = await driven(stage, await ready(stage), 'handed-over')
  const there = await stage.open(`intensivist@${told.to}`, `/aanvragen/${told.transfer}`, PHONE)
  await there.getByRole('link', { name: `Plaats terug naar ${shortName(told.from)}` }).tap()
  await expect(there.getByText('Terugplaatsing naar eigen regio')).toBeVisible()
  await expect(there.getByLabel('Leeftijd', { exact: true })).toHaveValue('')
  const { 'Hoe snel': _, ...chips } = icShortage.chips
  await answer(there, chips, { ...icShortage.typed, Leeftijd: '62' })
  await there.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(there.getByRole('heading', { name: 'Aanvraag ontvangen' })).toBeVisible()
  await there.getByRole('link', { name: 'Open de aanvraag' }).tap()
  await expect(there.getByText(`Terugplaatsing van ${told.code.slice(0, 3)}`, { exact: false })).toBeVisible()
  const back = there.url().split('/').at(-1) ?? ''
  expect(back).not.toBe(told.transfer)
  const caller = await stage.call(`intensivist@${told.to}`)
  const { transfer } = (await caller.get<TransferDetail>(`/api/transfers/${back}`)) as TransferDetail
  expect(transfer).toMatchObject({
    purpose: 'return',
    from: told.to,
    directedTo: told.from,
    returnOf: told.transfer,
  })
  await there.goto(`${stage.url}/aanvragen/${told.transfer}`)
  await expect(there.getByText(/^Teruggeplaatst met/)).toBeVisible()
})

test('the receiver is told at the departure and a quarter before the arrival; who says the time stands with it', async ({
  stage,
}) => {
  const told = await driven(stage, await ready(stage, { place: 'IC 2, ingang ambulancehal' }), 'at-origin')
  const alerts = await stage.open(`bed-desk@${told.to}`, '/meldingen')
  await expect(alerts.getByText('Er wacht geen melding op u')).toBeVisible()
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  await expect(crew.getByText('Ophalen IC 2, ingang ambulancehal')).toBeVisible()
  await tap(crew, 'Meld vertrek')
  await typeCode(crew, told.code.slice(-3))
  await expect(crew.getByText('Brengen IC volwassenen, ingang spoed')).toBeVisible()
  const line = alerts.getByRole('listitem').filter({ hasText: 'op weg naar' })
  await expect(line).toContainText(/vertrokken, verwacht \d\d:\d\d/)

  const doctor = await stage.open(told.referrer, `/aanvragen/${told.transfer}`, PHONE)
  const receiver = await stage.open(`bed-desk@${told.to}`, `/aanbod/${told.reservation}`)
  const desk = await stage.open('transport-desk@micu-umc-utrecht', `/vervoer/${told.transfer}`)
  const screens = [crew, doctor, receiver, desk]
  for (const page of screens) await expect(page.getByText(/schatting uit de rijtijd/).first()).toBeVisible()

  await tap(crew, 'Geef aankomsttijd door')
  await tap(crew, '15 min later')
  const send = crew.getByRole('button', { name: /^Geef \d\d:\d\d door/ })
  const said = ((await send.textContent()) ?? '').match(/\d\d:\d\d/)?.[0] ?? ''
  await send.tap()
  for (const page of screens) {
    await expect(page.getByText(/gezegd door de bemanning om/).first()).toBeVisible()
    await expect(page.getByText(said).first()).toBeVisible()
  }
  await expect(line).toContainText(`andere tijd, nu verwacht ${said}`)
  await alerts.getByRole('button', { name: /Bevestig melding/ }).click()
  await expect(line.getByRole('button')).toHaveCount(0)
  // By the server's own word: what rings next is to be answered anew.
  await expect(alerts.getByRole('listitem').filter({ hasText: 'Melding bevestigd' })).toContainText(
    'ontvangen',
  )

  const { ride } = await detailOf(stage, told)
  const quarter = new Date(Date.parse(ride?.eta?.at ?? '') - 15 * 60_000).toISOString()
  await stage.setClock(quarter)
  await expect(line).toContainText(`bijna bij u, verwacht ${said}`)
  await expect(line.getByRole('button', { name: /Bevestig melding/ })).toBeVisible()
  expect(callSign(told.vehicle)).toContain('MICU')
})
