import { createRoot, createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createOpened } from '#web/state/opened.ts'

afterEach(() => vi.unstubAllGlobals())

test('the same path evaluated anew keeps what is open on the screen', async () => {
  const fetches = vi.fn(async () => Response.json({ word: 'kept' }))
  vi.stubGlobal('fetch', fetches)
  const [row, setRow] = createSignal({ id: 'a', rev: 1 })
  await createRoot(async (dispose) => {
    const opened = createOpened<{ word: string }>(
      () => `/api/transfers/${row().id}`,
      () => '',
    )
    await vi.waitFor(() => expect(opened.data()).toEqual({ word: 'kept' }))
    setRow({ id: 'a', rev: 2 })
    expect(opened.data()).toEqual({ word: 'kept' })
    expect(fetches).toHaveBeenCalledTimes(1)
    // Another one is another one: nothing of the first stays.
    setRow({ id: 'b', rev: 1 })
    expect(opened.data()).toBeUndefined()
    await vi.waitFor(() => expect(fetches).toHaveBeenCalledTimes(2))
    dispose()
  })
})
