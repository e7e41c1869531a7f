import { fileFrom, press, sendFrom } from '#test/support/own-seats.ts'
import { expect, test } from '#test/support/own-story.ts'

test('what is held for the law stays when its time has come, and goes once it is let go', async ({ own }) => {
  const { server, seats } = own
  const admin = await seats.firstAdmin()
  const referrer = await seats.accept(
    await seats.invite(admin, 'Intensivist 1, UMC Utrecht', 'Intensivist', 'UMC Utrecht'),
  )
  const { transfer, code } = await fileFrom(referrer)
  await sendFrom(referrer, 'transfer.withdraw', { transfer, reason: 'filed-in-error', note: 'dubbel' })

  await admin.getByRole('link', { name: 'Bewaren' }).click()
  await expect(admin.getByText('Er wordt niets vastgehouden')).toBeVisible()
  await press(admin, 'Houd aanvraag vast')
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Houd aanvraag vast' }).click()
  await expect(dialog.getByText('Noem de reden.')).toBeVisible()
  await dialog.getByLabel('Code op de papieren').fill('000-000')
  await dialog.getByLabel('Reden').fill('Vordering 2026-0417')
  await dialog.getByRole('button', { name: 'Houd aanvraag vast' }).click()
  await expect(dialog.getByText(/Schrijf de hele code|Deze code is er niet/).first()).toBeVisible()
  await dialog.getByLabel('Code op de papieren').fill(code)
  await dialog.getByRole('button', { name: 'Houd aanvraag vast' }).click()
  const row = admin.getByRole('row', { name: new RegExp(`${code.slice(0, 3)}-${code.slice(3)}`) })
  await expect(row).toContainText('Wordt vastgehouden')
  await expect(row).toContainText('Vordering 2026-0417')

  expect(await server.purge()).toBe(0)
  await row.getByRole('button').click()
  await dialog.getByRole('button', { name: 'Laat los' }).click()
  await expect(row).toContainText('Losgelaten')
  expect(await server.purge()).toBe(1)
})
