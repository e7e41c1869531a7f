import type { Page } from '@playwright/test'
import { expect, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

/** Tab until this has the focus, as someone without a mouse does. */
async function tabTo(page: Page, role: 'row' | 'button' | 'radio' | 'textbox', name: RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first()
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${role} ${name}`)
}

test('a coordinator claims, verifies and offers without a mouse', async ({ stage }) => {
  const told = await filed(
    stage,
    { kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity', admissionReason: 'other' },
    'isala-zwolle',
  )
  const page = await stage.open('rcps@nazz', '/matchen')
  const code = `${told.code.slice(0, 3)}-${told.code.slice(3)}`
  await tabTo(page, 'row', new RegExp(code))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  await tabTo(page, 'button', /^Pak op$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Opgepakt door u/).first()).toBeVisible()

  await tabTo(page, 'button', /^Bevestig tekort$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('U zoekt een bed').first()).toBeVisible()

  await tabTo(page, 'radio', /vrij/)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'textbox', /^Waarom niet de eerste\?/)
  await page.keyboard.type('Het eerste ziekenhuis kreeg net een patiënt.')
  await tabTo(page, 'button', /^Bied aan bij /)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/moet het aanbod openen/).first()).toBeVisible()
})
