import { expect, PHONE, test } from '#test/support/stage.ts'
import { driven, withRide } from '#test/support/told.ts'

/** Amersfoort, more finely than is told. */
const AMERSFOORT = { latitude: 52.1561113, longitude: 5.3878266 }

test('the crew turns its position on for this ride: both ends and the desk see it with its age, off it is gone', async ({
  stage,
}) => {
  const told = await driven(stage, await withRide(stage), 'departed')
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  const bodies: string[] = []
  crew.on('request', (sent) => {
    if (sent.url().endsWith('/position')) bodies.push(`${sent.method()} ${sent.postData() ?? ''}`)
  })
  const toggle = crew.getByRole('switch', { name: 'Deel de positie van de wagen' })
  await expect(toggle).not.toBeChecked()
  await expect(crew.getByText(/na 24 uur is hij gewist/)).toBeVisible()
  // The phone says no.
  await crew.context().clearPermissions()
  await toggle.tap()
  await expect(crew.getByText(/De telefoon geeft de positie niet/)).toBeVisible()
  expect(bodies).toEqual([])
  await toggle.tap()

  const viewers = [
    await stage.open(told.referrer, `/aanvragen/${told.transfer}`, PHONE),
    await stage.open(`bed-desk@${told.to}`, `/aanbod/${told.reservation}`),
    await stage.open('transport-desk@micu-umc-utrecht', `/vervoer/${told.transfer}`),
  ]
  const coordinator = await stage.open('lcps@nl', `/aanvragen/${told.transfer}`)
  await crew.context().grantPermissions(['geolocation'])
  await crew.context().setGeolocation(AMERSFOORT)
  await toggle.tap()
  await expect(crew.getByText(/^Gedeeld om \d\d:\d\d/)).toBeVisible()
  expect(bodies).toEqual(['POST {"lat":52.156,"lon":5.388}'])

  await stage.setClock(new Date(Date.parse(stage.now()) + 40_000).toISOString())
  for (const page of viewers) {
    const line = page.getByRole('definition').filter({ hasText: 'gedeeld door de bemanning' })
    await expect(line).toContainText(/\d+ km van /)
    await expect(line).toContainText(/hemelsbreed, (zojuist|\d+ min geleden)/)
    await expect(line.getByRole('link')).toHaveAttribute('href', /^geo:52\.156,5\.388/)
  }
  await expect(coordinator.getByText('gedeeld door de bemanning')).toHaveCount(0)

  await toggle.tap()
  await expect(toggle).not.toBeChecked()
  await expect.poll(() => bodies.at(-1)).toBe('DELETE ')
  await stage.setClock(new Date(Date.parse(stage.now()) + 40_000).toISOString())
  for (const page of viewers) await expect(page.getByText('gedeeld door de bemanning')).toHaveCount(0)

  // On again, and the ride ends with the handing over: it turns itself off.
  await toggle.tap()
  await expect(crew.getByText(/^Gedeeld om/)).toBeVisible()
  await crew.getByRole('button', { name: 'Meld aankomst' }).tap()
  await crew.getByRole('button', { name: 'Patiënt overgedragen' }).tap()
  await expect(toggle).toHaveCount(0)
  const desk = await stage.call('transport-desk@micu-umc-utrecht')
  await expect
    .poll(() => desk.get(`/api/transfers/${told.transfer}/position`))
    .toMatchObject({ position: null })
})

test('a position ends with the hand-over, for everybody at once, and is not asked of who told it', async ({
  stage,
}) => {
  const told = await driven(stage, await withRide(stage), 'departed')
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  await crew.context().grantPermissions(['geolocation'])
  await crew.context().setGeolocation(AMERSFOORT)
  const toggle = crew.getByRole('switch', { name: 'Deel de positie van de wagen' })
  await toggle.tap()
  await expect(crew.getByText(/^Gedeeld om \d\d:\d\d/)).toBeVisible()
  const desk = await stage.open('transport-desk@micu-umc-utrecht', `/vervoer/${told.transfer}`)
  const shared = desk.getByText('gedeeld door de bemanning')
  await expect(shared).toBeVisible()

  // No clock is moved: the news of the hand-over itself takes it away.
  const relief = await stage.call(`crew-relief@${told.vehicle}`)
  await relief.act('ride.take-over', { ride: told.ride })
  await expect(shared).toHaveCount(0, { timeout: 5_000 })
  await expect(toggle).toHaveCount(0)
  const call = await stage.call('transport-desk@micu-umc-utrecht')
  expect(await call.get(`/api/transfers/${told.transfer}/position`)).toMatchObject({ position: null })
})
