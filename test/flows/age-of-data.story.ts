import { everyPlace } from '#test/support/places.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'

/** So many stories, that none takes longer than a story may. */
const PARTS = 3
for (let part = 1; part <= PARTS; part += 1)
  test(`without a connection every screen says so, with the age of what it shows, ${part} of ${PARTS}`, async ({
    stage,
  }) => {
    stage.allow(/status of 40[14]|ERR_INTERNET_DISCONNECTED/)
    const silent: string[] = []
    for (const { name, person, path } of (await everyPlace(stage)).filter(
      (_, at) => at % PARTS === part - 1,
    )) {
      if (person === null) continue
      const page = await stage.open(person, path, PHONE)
      await expect(page.getByText('Actueel', { exact: true }).first()).toBeVisible()
      await page.context().setOffline(true)
      const aged = page.getByText(/^Geen verbinding · stand van .*\d\d:\d\d, .+/)
      await aged.waitFor({ timeout: 10_000 }).catch(() => silent.push(name))
      await page.context().close()
    }
    expect(silent).toEqual([])
  })
