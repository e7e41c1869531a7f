import { createSignal } from 'solid-js'

/** Names of what lies abroad, by id: filled from the register beside the first screen (web/state/names-abroad.ts). */
export const [namesAbroad, setNamesAbroad] = createSignal<Readonly<Record<string, string>>>({})
