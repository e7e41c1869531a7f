import { answer, icShortage, wardHfno } from '#test/support/filing.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'

test('a request with gaps says what is missing and leads there', async ({ stage }) => {
  const page = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE)
  await page.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  const summary = page.getByRole('region', { name: /^Nog \d+ antwoorden nodig/ })
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: /^Leeftijd/ }).tap()
  await expect(page.getByLabel('Leeftijd', { exact: true })).toBeFocused()
})

test('a figure out of range is refused with its bounds, an unusual one asked twice', async ({ stage }) => {
  const page = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE)
  await answer(page, icShortage.chips, { ...icShortage.typed, 'SpO₂': '112', PEEP: '25', 'FiO₂': '0,45' })
  await page.getByLabel('Leeftijd', { exact: true }).fill('15')
  await page.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(page.getByText('SpO₂: Kan alleen van 50 tot en met 100%.')).toBeVisible()
  await expect(page.getByText('Jonger dan 16: bel de PICU.').first()).toBeVisible()

  await page.getByLabel('Leeftijd', { exact: true }).fill('61')
  await page.getByLabel('SpO₂', { exact: true }).fill('94')
  await page.getByRole('button', { name: 'Ja, 45%' }).tap()
  await expect(page.getByLabel('FiO₂', { exact: true })).toHaveValue('45')
  await page.getByRole('button', { name: 'Ja, 25 cmH₂O klopt' }).tap()
  await page.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(page.getByRole('heading', { name: 'Aanvraag ontvangen' })).toBeFocused()
})

test('a BSN in the note is refused, and nothing of it leaves the phone', async ({ stage }) => {
  const page = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE)
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await answer(page, icShortage.chips, icShortage.typed)
  await page.getByRole('button', { name: 'Voeg toelichting toe' }).tap()
  await page.getByLabel('Toelichting').fill('Patiënt 111222333 wil graag naar Zwolle')
  await page.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(page.getByText(/^Toelichting: Hierin staat een BSN/)).toBeVisible()
  expect(sent.join('')).not.toContain('111222333')
})

test('what was filled in survives a reload', async ({ stage }) => {
  const page = await stage.open('ward-staff@meander-amersfoort', '/aanvraag', PHONE)
  await answer(page, wardHfno.chips, wardHfno.typed)
  await page.clock.runFor(300)
  await page.reload()
  await expect(page.getByText(/^Uw concept van .* is terug/)).toBeVisible()
  await expect(page.getByLabel('Flow', { exact: true })).toHaveValue('50')
  await expect(
    page.getByRole('group', { name: 'Ondersteuning' }).getByRole('radio', { name: 'HFNO' }),
  ).toBeChecked()
})
