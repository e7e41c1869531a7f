import type { Page } from '@playwright/test'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { startDeadZone } from '#test/support/dead-zone.ts'
import { aPocketPhone } from '#test/support/pocket-phone.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { driven, withRide } from '#test/support/told.ts'

// The installed app lives by the machine's own clock, and so must its server.
test.use({ startsAt: new Date().toISOString() })

const tap = (page: Page, name: string) => page.getByRole('button', { name }).first().tap()

test('the crew that drives has no signal while the relief takes over: its history stays, nothing is lost or double', async ({
  stage,
}) => {
  const told = await driven(stage, await withRide(stage), 'departed')
  const zone = await startDeadZone(stage.url)
  const phone = aPocketPhone(zone.url, `crew@${told.vehicle}`)
  const out = await phone.start('/rit')
  await expect(out.getByRole('button', { name: 'Meld aankomst' })).toBeVisible()
  await out.evaluate(() => navigator.serviceWorker.ready)
  zone.enter()
  await expect(out.getByText(/Verbinding zoeken ·|Geen verbinding ·/)).toBeVisible()
  await tap(out, 'File of omleiding')
  await out.getByText('Meer: afbreken of uitwijken').tap()
  await tap(out, 'Geef de rit door')
  const sheet = out.getByRole('dialog', { name: 'Rit doorgeven' })
  await sheet.getByRole('radio', { name: 'Einde dienst' }).check()
  await sheet.getByRole('button', { name: 'Geef door' }).tap()
  await expect(out.getByText('Deze rit wacht op een bemanning')).toBeVisible()
  await expect(out.getByText('2 meldingen nog niet verzonden')).toBeVisible()

  // The pocket phone lives by the machine's clock, seconds ahead of the stage's: the relief comes later by both.
  const handedOn = Date.now()
  await expect.poll(() => Date.parse(stage.now()), { timeout: 30_000 }).toBeGreaterThan(handedOn)
  const relief = await stage.open(`crew-relief@${told.vehicle}`, '/rit', PHONE)
  await expect(relief.getByText('Een collega rijdt deze rit')).toBeVisible()
  await expect(relief.getByText('61 jr · Vrouw')).toBeVisible()
  await tap(relief, 'Neem deze rit over')
  await tap(relief, 'Meld aankomst')
  await expect(relief.getByRole('button', { name: 'Patiënt overgedragen' })).toBeVisible()

  zone.leave()
  await out.context().setOffline(true)
  await out.context().setOffline(false)
  await expect(out.getByText(/nog niet verzonden/)).toBeHidden()
  // Nothing of what it told was refused.
  await expect(out.getByText('Niet gelukt')).toHaveCount(0)
  await expect(out.getByRole('button', { name: 'Patiënt overgedragen' })).toHaveCount(0)
  await tap(relief, 'Patiënt overgedragen')
  await expect(relief.getByRole('button', { name: 'Weer beschikbaar' })).toBeVisible()
  await expect(relief.getByText(/nog niet verzonden/)).toBeHidden()

  const doctor = await stage.call(told.referrer)
  const { ride, timeline } = (await doctor.get<TransferDetail>(
    `/api/transfers/${told.transfer}`,
  )) as TransferDetail
  expect(ride).toMatchObject({ state: 'handed-over', crew: `crew-relief@${told.vehicle}` })
  expect(ride?.legs).toHaveLength(1)
  expect(ride?.notes.map(({ note }) => note)).toEqual(['traffic'])
  const names = timeline.filter(({ subject }) => subject === 'ride').map(({ name }) => name)
  const once = ['ride.noted', 'ride.handed-on', 'ride.taken-over', 'ride.planned', 'ride.accepted']
  for (const name of once) expect(names.filter((one) => one === name)).toHaveLength(1)
  const instants = Object.values(ride?.times ?? {}).map(({ at }) => Date.parse(at))
  expect(instants).toEqual(instants.toSorted((a, b) => a - b))
  await phone.destroy()
  await zone.close()
})
