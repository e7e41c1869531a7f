import type { JSX } from 'solid-js'

export type Screen = { default: () => JSX.Element }

/** Where every screen lies: a file of its own, because the names of all of them are long. */
const files = import.meta.glob<Screen>('./screens/*.tsx')

export function openScreen(name: string): Promise<Screen> {
  const load = files[`./screens/${name}.tsx`]
  return load === undefined ? Promise.reject(new Error(`no screen ${name}`)) : load()
}
