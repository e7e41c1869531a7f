// What a story asserts on an open screen, by the words a person reads there. Used by test/flows.
import { expect, type Locator, type Page } from '@playwright/test'

/** The headline: whose turn it is. */
export const turnOn = (page: Page): Locator => page.getByRole('region', { name: 'Wie is aan zet' })

/** One figure of the own hospital's IC beds, on the bed desk's screen. */
export const icFigure = (page: Page, label: 'Operationeel' | 'Bezet'): Locator =>
  page.getByRole('region', { name: 'IC' }).getByLabel(label, { exact: true })

export async function figureOf(figure: Locator): Promise<number> {
  await expect(figure).toHaveValue(/^\d+$/)
  return Number(await figure.inputValue())
}

/** The crew's three taps at the bed. */
export async function typeCode(page: Page, characters: string): Promise<void> {
  const keys = page.getByRole('group', { name: 'Tekens' })
  for (const character of characters) await keys.getByRole('button', { name: character, exact: true }).tap()
}
