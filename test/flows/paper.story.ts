import type { Page } from '@playwright/test'
import { modulesOf, readQr } from '#test/support/read-qr.ts'
import { expect, PHONE, type Stage, test } from '#test/support/stage.ts'
import { confirmed, driven, filed, offered, planned, type Told } from '#test/support/told.ts'

/** What identifies somebody: a date of birth, a BSN, a name with its title. */
const IDENTITY = /\b\d{2}-\d{2}-(19|20)\d{2}\b|\b\d{9}\b|(mevrouw|dhr|mw)\.? [A-Z]/

const onTheRoad = async (stage: Stage): Promise<Told> =>
  driven(
    stage,
    await planned(
      stage,
      await confirmed(
        stage,
        await offered(stage, await filed(stage, { place: 'IC 2, ingang ambulancehal' })),
      ),
    ),
    'departed',
  )

/** One sheet of A4, and only the sheet on it. */
async function onePage(page: Page, label: string): Promise<string> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  expect((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length).toBe(1)
  await page.emulateMedia({ media: 'print' })
  const sheet = page.getByRole('region', { name: label })
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const wide = await sheet.evaluate(
    (one) =>
      [...one.querySelectorAll('*')].filter(
        (inner) => inner.scrollWidth > inner.clientWidth + 1 && inner.clientWidth > 0,
      ).length,
  )
  expect(wide).toBe(0)
  const text = await sheet.innerText()
  expect(text).not.toMatch(IDENTITY)
  expect(text).toContain('Zonder naam, geboortedatum en BSN')
  return text
}

/** What a camera reads from the sheet. */
async function scanned(page: Page): Promise<string> {
  const mark = page.getByRole('img', { name: 'QR-code naar deze overplaatsing' })
  const size = Number(((await mark.getAttribute('viewBox')) ?? '').split(' ')[2]) - 8
  return readQr(modulesOf((await mark.locator('path').getAttribute('d')) ?? '', size))
}

const inOrder = (text: string, words: readonly string[]) => {
  const at = words.map((word) => text.indexOf(word))
  expect({ words, missing: words.filter((_, index) => at[index] === -1) }).toEqual({ words, missing: [] })
  expect(at).toEqual(at.toSorted((a, b) => a - b))
}

test('the letter is one sheet in ISBAR order, without identity, its code leads to the request', async ({
  stage,
}) => {
  const told = await onTheRoad(stage)
  const page = await stage.open(told.referrer, `/aanvragen/${told.transfer}`)
  await expect(page.getByRole('button', { name: 'Print de brief' })).toBeEnabled()
  await expect(page.getByText('Invasief beademd').first()).toBeVisible()
  const text = await onePage(page, 'Overplaatsingsbrief')
  inOrder(text, [
    'Overplaatsingsbrief',
    'Situatie',
    'Ademhaling en kringloop',
    'Praktisch',
    'Overgedragen door',
  ])
  expect(text).toContain(`${told.code.slice(0, 3)}-${told.code.slice(3)}`)
  for (const word of ['Invasief beademd', 'Geen beperkingen', 'IC volwassenen, ingang spoed', '088'])
    expect(text).toContain(word)
  expect(await scanned(page)).toBe(`${stage.url}/aanvragen/${told.transfer}`)
})

test('the crew’s sheet is one page: where from and to, the minimum, a line per step, its code leads to the ride', async ({
  stage,
}) => {
  const told = await onTheRoad(stage)
  const page = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  await expect(page.getByText('Brengen IC volwassenen, ingang spoed')).toBeVisible()
  const text = await onePage(page, 'Ritblad')
  inOrder(text, [
    'Ritblad',
    'Patiënt',
    'Ophalen',
    'Brengen',
    'Geaccepteerd',
    'Aangekomen',
    'Overgenomen door',
  ])
  for (const word of ['61 jr', 'Geen isolatie', 'FiO₂ 45%', 'Geen beperkingen', 'IC 2, ingang ambulancehal'])
    expect(text).toContain(word)
  expect(await scanned(page)).toBe(`${stage.url}/rit/${told.ride}`)
})
