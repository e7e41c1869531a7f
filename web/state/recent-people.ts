import { createSignal } from 'solid-js'

import { isObject } from '#web/sync/request.ts'

/** A demo person's id and label: a function at a place, never a name. */
export type Recent = { person: string; label: string }

const KEPT = 'brancard.recent'
const MOST = 5

const [recent, setRecent] = createSignal<readonly Recent[]>(read())
export { recent as recentPeople }

/** The last five used on this device, the latest first. */
export function rememberPerson(used: Recent): void {
  const next = [used, ...recent().filter(({ person }) => person !== used.person)].slice(0, MOST)
  localStorage.setItem(KEPT, JSON.stringify(next))
  setRecent(next)
}

function read(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent) : []
  } catch (fault) {
    console.info('no recent people', fault)
    return []
  }
}

function isRecent(item: unknown): item is Recent {
  return isObject(item) && typeof item.person === 'string' && typeof item.label === 'string'
}
