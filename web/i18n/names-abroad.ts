import { createSignal } from 'solid-js'

/** Names by id that stand in the register (abroad, vehicles): filled beside the first screen (web/state/names-abroad.ts). */
export const [namesAbroad, setNamesAbroad] = createSignal<Readonly<Record<string, string>>>({})
