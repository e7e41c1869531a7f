import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeCursors } from '#server/live/cursor.ts'
import { people, places } from '#test/support/builders.ts'

const cursors = makeCursors(randomBytes(32), randomBytes)
const spot = { seq: 41, mark: 7 }

it('a cursor is its own viewer’s, in its own epoch', () => {
  const made = cursors.make('e1', people.rcps, spot)
  expect(cursors.read('e1', people.rcps, made)).toEqual(spot)
  expect(cursors.read('e2', people.rcps, made)).toBeNull()
  expect(cursors.read('e1', people.lcps, made)).toBeNull()
})

it('whose rights changed begins anew: rows that are no longer theirs leave the phone with it', () => {
  const made = cursors.make('e1', people.rcps, spot)
  const more = { role: 'bed-desk', org: places.to } as const
  expect(cursors.read('e1', { ...people.rcps, memberships: [] }, made)).toBeNull()
  expect(
    cursors.read('e1', { ...people.rcps, memberships: [...people.rcps.memberships, more] }, made),
  ).toBeNull()
})
