import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { people } from '#test/support/builders.ts'
import { settle } from '#test/support/phone.ts'
import { signedIn } from '#test/support/signed-in.ts'

let page: Awaited<ReturnType<typeof signedIn>>
afterEach(() => page.leave())

test('whoever waits until all is on the disk waits for what is being written too', async () => {
  page = await signedIn(people.intensivist)
  const [{ createDraft, flushDrafts }, { work }] = await Promise.all([
    import('#web/state/drafts.ts'),
    import('#web/state/engine.ts'),
  ])
  const { drafts } = await vi.waitUntil(() => work())
  const slow = Promise.withResolvers<void>()
  const { save } = drafts
  drafts.save = async (key, value) => {
    await slow.promise
    await save(key, value)
  }
  const [, keep, , state] = createRoot(() => createDraft<string>('note'))
  await vi.waitFor(() => expect(state()).toBe('kept'))
  keep('61 jaar')
  const first = flushDrafts()
  let written = false
  const second = flushDrafts().then(() => {
    written = true
  })
  await settle()
  expect(written).toBe(false)
  slow.resolve()
  await Promise.all([first, second])
  expect(await page.db.drafts.count()).toBe(1)
  expect(state()).toBe('kept')
})
