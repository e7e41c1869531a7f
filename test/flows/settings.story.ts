import { fileFrom, press } from '#test/support/own-seats.ts'
import { expect, test } from '#test/support/own-story.ts'

test('the time for a step is decided, with who and why, and holds at once for whoever waits', async ({
  own: { seats, server },
}) => {
  const admin = await seats.firstAdmin()
  const referrer = await seats.accept(
    await seats.invite(admin, 'Intensivist 1, UMC Utrecht', 'Intensivist', 'UMC Utrecht'),
  )
  const { transfer } = await fileFrom(referrer)
  await referrer.goto(`${server.url}/aanvragen/${transfer}`)
  const confirming = referrer.getByRole('listitem').filter({ hasText: 'Ziekenhuis bevestigt bed' })
  await expect(confirming).toContainText('max. 2 u')

  await admin.getByRole('link', { name: 'Instellingen' }).click()
  await press(admin, /^Wijzig Bed bevestigen, gepland · tijd voor een stap/i)
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Nieuwe waarde').fill('0')
  await press(admin, 'Leg vast')
  await expect(dialog.getByText('Kies een waarde van 1 tot').first()).toBeVisible()
  await dialog.getByLabel('Nieuwe waarde').fill('45')
  await dialog.getByLabel('Wie besloot').fill('Landelijk beraad')
  await dialog.getByLabel('Waarom').fill('Afspraak van november')
  await dialog.getByRole('button', { name: 'Leg vast' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(
    admin.getByRole('button', { name: /^Wijzig Bed bevestigen, gepland.*nu 45 min/i }),
  ).toBeVisible()

  await expect(confirming).toContainText('max. 45 min')
  // Who decided and why stays with the setting, for whoever may read it.
  await press(admin, /^Wijzig Bed bevestigen, gepland.*nu 45 min/i)
  await expect(admin.getByRole('dialog').getByText('Afspraak van november')).toBeVisible()
})
