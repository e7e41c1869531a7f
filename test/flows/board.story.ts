import type { Page } from '@playwright/test'
import { plus } from '#test/support/builders.ts'
import { expect, test } from '#test/support/stage.ts'
import { filed, offered } from '#test/support/told.ts'

const shown = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`
const isOn = (page: Page, code: string) => expect.poll(() => focused(page)).toContain(shown(code))
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '')

test('the board by keyboard alone: move, claim, filter what is late, open, come back', async ({ stage }) => {
  const shortage = {
    kind: 'urgent',
    ground: 'bed-shortage',
    purpose: 'capacity',
    admissionReason: 'other',
  } as const
  const first = await filed(stage, shortage, 'isala-zwolle')
  await stage.setClock(plus(2, stage.now()))
  const second = await filed(stage, shortage, 'isala-zwolle')
  const page = await stage.open('rcps@nazz', '/bord')
  await expect(page.getByRole('row', { name: shown(second.code) })).toBeVisible()

  await page.keyboard.press('j')
  await isOn(page, first.code)
  await page.keyboard.press('j')
  await isOn(page, second.code)
  await page.keyboard.press('k')
  await isOn(page, first.code)
  await page.keyboard.press('c')
  await expect(page.getByRole('row', { name: shown(first.code) })).toContainText('u, ')

  // Somebody else's news: the row moves to another group, the focus stays with it.
  await (await stage.call('rcps@nazz')).act('transfer.verify', { transfer: first.transfer })
  await expect(page.getByRole('rowheader', { name: /^Zoekt bed 1/ })).toBeVisible()
  await isOn(page, first.code)

  await stage.setClock(plus(16, stage.now()))
  await expect(page.getByRole('link', { name: /Te verifiëren 1.*1 over tijd/ })).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByRole('row', { name: shown(first.code) })).toBeHidden()
  await expect(page).toHaveURL(/laat=1/)
  await page.keyboard.press('l')

  await page.keyboard.press('/')
  await page.keyboard.type(second.code.slice(0, 3).toLowerCase())
  await expect(page.getByRole('row', { name: shown(first.code) })).toBeHidden()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('row', { name: shown(first.code) })).toBeVisible()

  await page.keyboard.press('Tab')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect.poll(() => focused(page)).not.toBe('')
  const opened = await focused(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/matchen\//)
  await page.goBack()
  await expect(page).toHaveURL(/\/bord/)
  await expect.poll(() => focused(page)).toContain(opened.slice(0, 7))

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Sneltoetsen' })).toBeVisible()
  await page.getByRole('switch', { name: 'Sneltoetsen gebruiken' }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('on a phone the board shows one step at a time, the one that presses first', async ({ stage }) => {
  const told = await offered(stage, await filed(stage, {}, 'isala-zwolle'))
  const later = await filed(stage, {}, 'isala-zwolle')
  await stage.setClock(plus(31, stage.now()))
  const page = await stage.open('rcps@nazz', '/bord', { width: 360, height: 740 })
  await expect(page.getByRole('row', { name: shown(told.code) })).toBeVisible()
  await expect(page.getByRole('row', { name: shown(later.code) })).toBeHidden()
  await page.getByRole('link', { name: /Zoekt bed 1/ }).tap()
  await expect(page.getByRole('row', { name: shown(later.code) })).toBeVisible()
  await expect(page).toHaveURL(/stap=matching/)
})
