import { regions } from '#shared/reference/regions.ts'
import type { DemoPerson } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'

export type PlaceOfPeople = { name: string; people: DemoPerson[] }
export type PeopleGroup = { name: string; size: number; places: PlaceOfPeople[] }

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()

/** Every word typed occurs in the function, the place or the region. */
export function matchesWords(person: DemoPerson, words: string): boolean {
  const region = regions.find(({ id }) => id === person.region)
  const hay = plain(
    `${person.label} ${person.place} ${person.membership.role} ${region?.name ?? ''} ${region?.code ?? ''}`,
  )
  return plain(words)
    .split(/\s+/)
    .every((word) => hay.includes(word))
}

/** Nationwide first, then region by region; in each the places, in each the people. */
export function groupPeople(people: readonly DemoPerson[]): PeopleGroup[] {
  const groups = new Map<string, DemoPerson[]>()
  for (const person of people) {
    const key = person.region ?? ''
    groups.set(key, [...(groups.get(key) ?? []), person])
  }
  const order = ['', ...regions.map(({ id }) => id)]
  return order.flatMap((id) => {
    const found = groups.get(id)
    if (found === undefined) return []
    const name = regions.find((region) => region.id === id)?.name ?? t('app.signIn.national')
    return [{ name, size: found.length, places: placesOf(found) }]
  })
}

function placesOf(people: readonly DemoPerson[]): PlaceOfPeople[] {
  const places = new Map<string, DemoPerson[]>()
  for (const person of people) places.set(person.place, [...(places.get(person.place) ?? []), person])
  return [...places].map(([name, found]) => ({ name, people: found }))
}
