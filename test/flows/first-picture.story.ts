import { turnOn } from '#test/support/screens.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { filed, offered } from '#test/support/told.ts'

type Watched = typeof globalThis & { gone: string[] }

/** Notes every heading that is taken away again once it stood. */
function watchHeadings(): void {
  const watched = globalThis as Watched
  watched.gone = []
  new MutationObserver((changes) => {
    for (const { removedNodes } of changes)
      for (const node of removedNodes)
        if (node instanceof Element && (node.matches('h1') || node.querySelector('h1')))
          watched.gone.push(node.textContent?.slice(0, 80) ?? '')
  }).observe(document, { childList: true, subtree: true })
}

test('what stands on a screen at first is not taken away when its rows come in', async ({ stage }) => {
  const told = await filed(stage)
  for (const [person, path] of [
    [told.referrer, `/aanvragen/${told.transfer}`],
    [told.rcps, `/matchen/${told.transfer}`],
    ['bed-desk@umc-utrecht', '/bedden'],
  ] as const) {
    const page = await stage.open(person, '/inloggen', PHONE)
    await page.addInitScript(watchHeadings)
    await page.goto(stage.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('Actueel')).toBeVisible()
    await page.clock.runFor(3_000)
    expect(await page.evaluate(() => (globalThis as Watched).gone), path).toEqual([])
  }
})

test('a tap on the very first picture counts, though the database is still on its way', async ({ stage }) => {
  const told = await offered(stage, await filed(stage))
  const page = await stage.open(`bed-desk@${told.to}`, '/inloggen')
  const { promise: late, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/assets\/engine-/, async (route) => {
    await late
    await route.continue()
  })
  await page.goto(`${stage.url}/aanbod/${told.reservation}`)
  await page.getByRole('button', { name: 'Meld ontvangst' }).click()
  release()
  await expect(turnOn(page)).toContainText('U moet een bed bevestigen')
})
