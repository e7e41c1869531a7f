import type { Page } from '@playwright/test'
import { answer, wardHfno } from '#test/support/filing.ts'
import { turnOn } from '#test/support/screens.ts'
import { expect, PHONE, type Stage, test } from '#test/support/stage.ts'
import { confirmed, driven, filed, offered, planned, type Told } from '#test/support/told.ts'

const hfno = { bed: 'ward', support: 'hfno', flow: 50, fio2: 50 } as const

/** Both ambulances+ of the country drive, for others. */
async function takeBoth(stage: Stage): Promise<Told[]> {
  const taken: Told[] = []
  for (const from of ['catharina-eindhoven', 'rijnstate-arnhem']) {
    const told = await confirmed(stage, await offered(stage, await filed(stage, hfno, from)), ['hfno'])
    taken.push(await driven(stage, await planned(stage, told), 'en-route'))
  }
  return taken
}

/** Not one word that advises another treatment. */
const TREATMENT =
  /overstap|overschakel|verlaag|verhoog|intub|beadem|neusbril|masker|behandel|alternatief|in plaats van|lage flow/i

/** Why, when and where one frees, whom to call; and nothing else. */
async function expectNotice(page: Page): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: 'Geen ambulance+ vrij' })
  await expect(notice).toContainText('HFNO kan alleen mee in een ambulance+')
  await expect(notice).toContainText(
    /Eerst vrij: Ambulance\+ [12] van Ambulance\+ Midden \(fictief\), standplaats Utrecht, \d\d:\d\d/,
  )
  await expect(notice).toContainText('Bel Ambulance+ Midden (fictief). Lukt dat niet, bel dan LCPS.')
  await expect(notice).not.toContainText(TREATMENT)
}

test('HFNO and no ambulance+ free: why, when, where and whom to call, on every screen at once', async ({
  stage,
}) => {
  const taken = await takeBoth(stage)
  expect(taken.map(({ vehicle }) => vehicle).toSorted()).toEqual(['ambplus-1', 'ambplus-2'])

  const ward = await stage.open('ward-staff@meander-amersfoort', '/aanvraag', PHONE)
  await answer(ward, wardHfno.chips, wardHfno.typed)
  // While it is being filled in, before anything was sent.
  await expectNotice(ward)
  await ward.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(ward.getByRole('heading', { name: 'Aanvraag ontvangen' })).toBeVisible()
  await expectNotice(ward)
  await ward.getByRole('link', { name: 'Open de aanvraag' }).tap()
  await expect(ward).toHaveURL(/\/aanvragen\//)
  await expect(turnOn(ward)).toContainText('zoekt een bed')
  await expectNotice(ward)

  const transfer = ward.url().split('/').at(-1) ?? ''
  const told = { ...(taken[0] as Told), transfer, reservation: crypto.randomUUID(), rcps: 'rcps@nazmn' }
  await confirmed(stage, await offered(stage, told), ['hfno'])
  const desk = await stage.open('transport-desk@carrier-4b', `/vervoer/${transfer}`)
  await expectNotice(desk)
  await expect(turnOn(desk)).toContainText('U plant de rit')
  await expect(desk.getByText('Geen enkel voertuig mag nu.')).toBeVisible()
  await expectNotice(ward)
})

test('an ambulance+ that frees is on the screen without a reload', async ({ stage }) => {
  const [taken] = await takeBoth(stage)
  if (taken === undefined) throw new Error('nothing drives')
  const told = await filed(stage, hfno, 'meander-amersfoort')
  const ward = await stage.open(told.referrer, `/aanvragen/${told.transfer}`, PHONE)
  await expectNotice(ward)
  await ward.clock.runFor(1_000)
  await expectNotice(ward)
  const crew = await stage.call(`crew@${taken.vehicle}`)
  await crew.act('ride.abort', { ride: taken.ride, reason: 'vehicle-fault' })
  await ward.clock.runFor(31_000)
  await expect(ward.getByText('Geen ambulance+ vrij')).toBeHidden()
})
