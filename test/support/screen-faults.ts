// What is wrong with a screen at 320 px, in both themes: too wide, or something axe finds. Used by test/flows.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Violation = { id: string; nodes: { html: string }[] }

export async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const found = wide > 0 ? [`${name}: ${wide} px too wide`] : []
  for (const theme of ['light', 'dark']) {
    await page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme)
    const { violations } = await page.evaluate<{ violations: Violation[] }>(`${AXE}; axe.run()`)
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ html }) => `${name}, ${theme}: ${id} ${html.slice(0, 140)}`))
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  return found
}
