import { type Accessor, createMemo } from 'solid-js'

/** What was read last stays while it is read anew: nothing closes under a thumb because the lists are fetched again. */
export const keepLast = <T>(read: Accessor<T | undefined>): Accessor<T | undefined> =>
  createMemo<T | undefined>((last) => {
    const found = read()
    return found === undefined ? last : found
  })
