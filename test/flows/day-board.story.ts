// The day board: a planned ride is dragged to another time and taken back, refused aloud where it cannot drive, and moved by
// the keyboard alone.
import type { Locator, Page } from '@playwright/test'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { withRide } from '#test/support/told.ts'

const DESK = 'transport-desk@micu-umc-utrecht'
const barOf = (page: Page, code: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${code.slice(0, 3)}-${code.slice(3)}, `) })

/** By so many hours of the day along its line. */
async function drag(page: Page, bar: Locator, hours: number): Promise<void> {
  // Where it stands once nothing above it comes or goes any more.
  await expect(page.getByText('Actueel', { exact: true })).toBeVisible()
  await bar.hover()
  const track = await page.locator('.day-line__track').first().boundingBox()
  const box = await bar.boundingBox()
  if (track === null || box === null) throw new Error('nothing to drag')
  const [x, y] = [box.x + 4, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const part of [0.1, 0.5, 1]) await page.mouse.move(x + (track.width / 24) * hours * part, y)
  await page.mouse.up()
}

test('a planned ride is dragged, taken back, refused aloud, and moved by keyboard', async ({ stage }) => {
  const told = await withRide(stage)
  const page = await stage.open(DESK, '/ritten')
  const bar = barOf(page, told.code)
  const departs = async () => /vertrek (\d\d:\d\d)/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]
  await expect(bar).toBeVisible()
  const first = await departs()

  await drag(page, bar, 3)
  await expect(page.getByRole('status').filter({ hasText: 'rijdt nu MICU Utrecht 1' })).toBeVisible()
  await expect.poll(departs).not.toBe(first)
  await page.getByRole('button', { name: 'Zet terug' }).click()
  await expect.poll(departs).toBe(first)

  // Into the past: it stays, and the reason is said.
  await drag(page, bar, -4)
  await expect(page.getByText(/blijft waar die stond\. Dit vertrek is al voorbij\./).first()).toBeVisible()
  expect(await departs()).toBe(first)

  await bar.focus()
  for (let turn = 0; turn < 4; turn += 1) await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: /^Verplaats / })).toBeVisible()
  await page.getByRole('button', { name: 'Verplaats de rit' }).click()
  await expect.poll(departs).not.toBe(first)
  await expect(page.getByRole('heading', { name: /^Verplaats / })).toBeHidden()
})

test('on a phone the day opens at now', async ({ stage }) => {
  const page = await stage.open(DESK, '/ritten', PHONE)
  const line = page.getByRole('region', { name: 'Voertuigen en hun ritten' })
  await expect(line).toBeVisible()
  await expect.poll(() => line.evaluate((one) => one.scrollLeft)).toBeGreaterThan(100)
})
