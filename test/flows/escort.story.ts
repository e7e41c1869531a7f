import { answer, choose, icShortage, wardHfno } from '#test/support/filing.ts'
import { aWardRequest } from '#test/support/builders.ts'
import { turnOn } from '#test/support/screens.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { confirmed, offered, type Told } from '#test/support/told.ts'

const CRITERIA = 'Stabiel onder sedatie, eigen verpleegkundige rijdt mee.'

test('an intensivist indicates an escort, and an ambulance with it is the first choice and drives', async ({
  stage,
}) => {
  const doctor = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE)
  await answer(doctor, icShortage.chips, icShortage.typed)
  await choose(doctor, 'Begeleid vervoer', 'Ja')
  await doctor.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await doctor.getByRole('link', { name: /^Begeleid vervoer/ }).tap()
  await doctor.getByRole('checkbox', { name: /^Beademing stabiel/ }).tap()
  await doctor.getByLabel('Criteria voor begeleiding').fill(CRITERIA)
  await doctor.getByLabel('Begeleider: functie').fill('begeleidend intensivist')
  await doctor.getByLabel('Begeleider: telefoon').fill('088 555 0147')
  await doctor.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(doctor.getByRole('heading', { name: 'Aanvraag ontvangen' })).toBeVisible()
  await doctor.getByRole('link', { name: 'Open de aanvraag' }).tap()
  await expect(doctor).toHaveURL(/\/aanvragen\//)
  await expect(turnOn(doctor)).toContainText('verifieert')

  const transfer = doctor.url().split('/').at(-1) ?? ''
  const told: Told = {
    ...{ transfer, reservation: crypto.randomUUID(), ride: '', code: '', to: '', vehicle: '' },
    ...{ from: 'umc-utrecht', referrer: 'intensivist@umc-utrecht', rcps: 'rcps@nazmn' },
  }
  await confirmed(stage, await offered(stage, told))
  const desk = await stage.open('transport-desk@micu-umc-utrecht', `/vervoer/${transfer}`)
  await expect(
    desk.getByText(/Begeleiding door UMC Utrecht. Criteria: Beademing stabiel.* · Stabiel onder sedatie/),
  ).toBeVisible()
  const escorted = desk.getByRole('group', { name: /^Ambulance met begeleiding/ })
  await expect(escorted).toContainText('eerste keus')
  await escorted.getByRole('radio').first().check()
  await desk
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click()
  await desk.getByRole('button', { name: 'Plan de rit' }).click()
  await expect(turnOn(desk)).toContainText('moet de rit accepteren')
  for (const page of [doctor, desk])
    await expect(page.getByText(/Ambulance met begeleiding/).first()).toBeVisible()
})

test('a ward nurse is not offered an escort and reads why; the server refuses it too', async ({ stage }) => {
  const ward = await stage.open('ward-staff@umc-utrecht', '/aanvraag', PHONE)
  await expect(
    ward.getByText('Begeleid vervoer kan alleen een intensivist indiceren (plan 4.5.1.1).'),
  ).toBeVisible()
  await expect(ward.getByRole('group', { name: 'Begeleid vervoer' })).toHaveCount(0)
  await answer(ward, wardHfno.chips, wardHfno.typed)
  await expect(ward.getByRole('group', { name: 'Begeleid vervoer' })).toHaveCount(0)

  const nurse = await stage.call('ward-staff@umc-utrecht')
  const request = aWardRequest({ readyFrom: stage.now(), escort: { criteria: CRITERIA } })
  const { code } = await nurse.refused('transfer.submit', { transfer: crypto.randomUUID(), request })
  expect(code).toBe('escort.not-by-intensivist')
})
