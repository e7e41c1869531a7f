// A vehicle that a house added has a crew like every other: an administrator gives that place, and it gets in.
import { press } from '#test/support/own-seats.ts'
import { expect, test } from '#test/support/own-story.ts'

test('the crew of an added vehicle is given its place, and signs in to it', async ({
  own: { seats, server },
}) => {
  const admin = await seats.firstAdmin()
  const desk = await seats.accept(
    await seats.invite(admin, 'Vervoer 1, RAV Utrecht', 'Vervoerscoördinator', 'RAV Utrecht'),
  )
  await desk.goto(`${server.url}/vloot`)
  await press(desk, 'Voeg een voertuig toe')
  const form = desk.getByRole('dialog', { name: 'Voeg een voertuig toe' })
  await form.getByLabel('Roepnaam').fill('RAV 09-190')
  await form.getByRole('radio', { name: 'Ambulance+' }).check()
  await form.getByRole('button', { name: 'Leg vast' }).click()
  await expect(desk.getByRole('listitem').filter({ hasText: 'RAV 09-190' })).toBeVisible()

  const crew = await seats.accept(
    await seats.invite(admin, 'Bemanning 1, RAV 09-190', 'Bemanning', 'RAV 09-190'),
  )
  await crew.getByRole('link', { name: 'Rit', exact: true }).click()
  await expect(crew.getByText('Er staat geen rit')).toBeVisible()
})
