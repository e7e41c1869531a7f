import { axe } from '#test/support/axe.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

test('many alerts that say the same are one line, answered together', async ({ stage }) => {
  for (const from of ['jeroen-bosch', 'catharina-eindhoven', 'mumc-maastricht']) {
    const { transfer, rcps } = await filed(stage, {}, from)
    await (await stage.call(rcps)).act('transfer.hand-over', { transfer, note: 'De regio is vol.' })
  }
  const page = await stage.open('lcps@nl', '/meldingen', PHONE)
  await expect(page.getByText('3 geplande overplaatsingen')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bevestig melding' })).toHaveCount(0)
  await page.getByText('Toon ze een voor een').click()
  await expect(page.getByRole('button', { name: 'Bevestig melding' })).toHaveCount(3)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Bevestig alle 3' }).tap()
  await expect(page.getByText('Er wacht geen melding op u')).toBeVisible()
  await expect(page.getByText('Bevestigd, nog niet gedaan')).toBeVisible()
})
