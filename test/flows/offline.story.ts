import { answer, icShortage } from '#test/support/filing.ts'
import { typeCode } from '#test/support/screens.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { driven, withRide } from '#test/support/told.ts'

// The installed app lives by the machine's own clock, and so must its server.
test.use({ startsAt: new Date().toISOString() })

test('after one visit the app opens without a connection, and what is done then is sent later', async ({
  stage,
}) => {
  stage.allow(/ERR_INTERNET_DISCONNECTED/)
  const told = await withRide(stage)
  await driven(stage, told, 'at-origin')
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE, { installed: true })
  const desk = await stage.open('transport-desk@micu-umc-utrecht', `/vervoer/${told.transfer}`)
  await expect(crew.getByRole('button', { name: 'Meld vertrek' })).toBeVisible()
  await expect(crew.getByText('Actueel', { exact: true })).toBeVisible()
  await crew.evaluate(() => navigator.serviceWorker.ready)

  await crew.context().setOffline(true)
  await crew.reload()
  await expect(crew.getByText(/Geen verbinding ·/)).toBeVisible()
  await expect(crew.getByText(/stand van/)).toBeVisible()
  await crew.getByRole('button', { name: 'Meld vertrek' }).tap()
  await typeCode(crew, told.code.slice(-3))
  await expect(crew.getByRole('button', { name: 'Meld aankomst' })).toBeVisible()
  await expect(crew.getByText('1 melding nog niet verzonden')).toBeVisible()
  await expect(desk.getByText('laadt de patiënt').first()).toBeVisible()

  await crew.context().setOffline(false)
  await expect(crew.getByText('1 melding nog niet verzonden')).toBeHidden()
  await expect(desk.getByText('is onderweg met de patiënt').first()).toBeVisible()
  await expect(crew.getByText('Geen verbinding')).toBeHidden()
})

test('a request filed without a connection waits on the phone and is sent once', async ({ stage }) => {
  stage.allow(/ERR_INTERNET_DISCONNECTED/)
  const doctor = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE, { installed: true })
  await expect(doctor.getByRole('heading', { name: 'Vraag overplaatsing aan' })).toBeVisible()
  await expect(doctor.getByText('Actueel', { exact: true })).toBeVisible()
  await doctor.evaluate(() => navigator.serviceWorker.ready)
  await doctor.context().setOffline(true)
  await doctor.reload()
  await answer(doctor, icShortage.chips, icShortage.typed)
  await doctor.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(doctor.getByRole('heading', { name: 'Aanvraag bewaard' })).toBeVisible()
  await expect(doctor.getByText('code volgt')).toBeVisible()
  await expect(doctor.getByText(/verstuurd|ontvangen/i)).toBeHidden()

  const rcps = await stage.open('rcps@nazmn', '/matchen')
  await expect(rcps.getByText('Er wacht geen aanvraag op u')).toBeVisible()
  await doctor.context().setOffline(false)
  await expect(doctor.getByRole('heading', { name: 'Aanvraag ontvangen' })).toBeVisible()
  await expect(doctor.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/)).toBeVisible()
  await expect(rcps.getByRole('row', { name: /UMC Utrecht/ })).toHaveCount(1)
})
