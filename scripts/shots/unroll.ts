import type { Page } from '@playwright/test'

/** A window as high as the page, once that has stopped growing: what is fixed to its edges stays there. */
export async function unroll(page: Page): Promise<void> {
  const { width, height: least } = page.viewportSize() ?? { width: 360, height: 740 }
  let height = least
  for (let still = 0; still < 3; ) {
    await page.waitForTimeout(100)
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    still = whole === height ? still + 1 : 0
    height = whole
  }
  await page.setViewportSize({ width, height: Math.max(least, height) })
}
