import type { Page, Request } from '@playwright/test'
import { expect, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

// Tabs that share a browser live by the machine's own clock, and so must their server.
test.use({ startsAt: new Date().toISOString() })

const TABS = 8

/** Streams that were asked for and are not over, over all pages of one browser. */
function countStreams(page: Page): () => number {
  const open = new Set<Request>()
  const context = page.context()
  context.on('request', (request) => {
    if (request.url().includes('/api/events')) open.add(request)
  })
  context.on('requestfinished', (request) => open.delete(request))
  context.on('requestfailed', (request) => open.delete(request))
  return () => [...open].filter((request) => !request.frame().page().isClosed()).length
}

test('eight tabs of one person share one stream; all show news, and one takes over at once', async ({
  stage,
}) => {
  const first = await stage.open('rcps@nazmn', '/matchen', undefined, { installed: true })
  const streams = countStreams(first)
  await first.reload()
  await expect(first.getByText('Actueel')).toBeVisible()
  const pages = [first]
  for (let tab = 1; tab < TABS; tab += 1) {
    const page = await first.context().newPage()
    await page.goto(`${stage.url}/matchen`)
    pages.push(page)
  }
  for (const page of pages) await expect(page.getByText('Actueel')).toBeVisible()
  await expect.poll(streams).toBe(1)
  await filed(stage)
  for (const page of pages) await expect(page.getByRole('row', { name: /UMC Utrecht/ })).toHaveCount(1)

  await first.close()
  await expect.poll(streams).toBe(1)
  const rest = pages.slice(1)
  for (const page of rest) await expect(page.getByText('Actueel')).toBeVisible()
  await filed(stage)
  for (const page of rest) await expect(page.getByRole('row', { name: /UMC Utrecht/ })).toHaveCount(2)
  expect(streams()).toBe(1)
})
