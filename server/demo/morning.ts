// The simulated morning: a few dozen requests of the hours before the start, played through the hinge by the people
// of the demo, in the order of time, so that every guard holds. Called at start when the database was empty.
import type { Refusal } from '#shared/wire/refusal.ts'
import type { Command } from '#shared/wire/command.ts'
import { type Decisions, type Hinge, perform } from '#server/perform.ts'
import type { Store } from '#server/store/store.ts'
import { acts, endings, type Ids, type Moment } from './acts.ts'
import type { Sent } from './command.ts'
import type { People } from './people.ts'
import { type Act, LINE, type Scene, scenes } from './scenes.ts'
import { type Seeded, seeded } from './seeded.ts'
import { demoWishes } from './wishes.ts'

/** Minutes that an act takes after the one before: least and most. */
const MINUTES: Record<Act, readonly [number, number]> = {
  submit: [0, 0],
  claim: [3, 7],
  verify: [2, 5],
  'hand-over': [2, 5],
  offer: [3, 8],
  acknowledge: [2, 6],
  confirm: [4, 12],
  plan: [4, 10],
  accept: [2, 5],
  'en-route': [2, 5],
  'at-origin': [12, 25],
  departed: [18, 30],
  'at-destination': [30, 55],
  'handed-over': [12, 20],
  available: [5, 12],
  close: [3, 9],
}
const ENDING_MINUTES = 4

type Turn = { at: string; scene: Scene; ids: Ids; make: (moment: Moment) => Promise<Sent | null> }
/** What was refused, for the test that says nothing is. */
export type Morning = {
  performed: number
  refused: { scene: Scene | null; name: string; refusal: Refusal }[]
}

export async function playMorning(
  store: Store,
  decisions: Decisions,
  people: People,
  now: Date,
  random: Seeded = seeded(2),
): Promise<Morning> {
  const morning: Morning = { performed: 0, refused: [] }
  const turns = scenes.flatMap((scene) => turnsOf(scene, now, random)).sort((a, b) => (a.at < b.at ? -1 : 1))
  const over = new Set<Scene>()
  const published = seeded(5)
  for (const { at, sent } of await demoWishes(store.query, now, published)) {
    const hinge: Hinge = { store, decisions, now: () => new Date(at), random: published.bytes }
    const refusal = await send(hinge, people, sent, at, published.uuid())
    if (refusal !== null) morning.refused.push({ scene: null, name: sent.name, refusal })
  }
  for (const { scene, ids, at, make } of turns) {
    // A scene that was refused once ends there: the rest of the morning goes on.
    if (over.has(scene)) continue
    const hinge: Hinge = { store, decisions, now: () => new Date(at), random: random.bytes }
    const sent = await make({ db: store.query, scene, ids, at, random })
    if (sent === null) continue
    const refusal = await send(hinge, people, sent, at, random.uuid())
    if (refusal === null) morning.performed += 1
    else {
      over.add(scene)
      morning.refused.push({ scene, name: sent.name, refusal })
    }
  }
  return morning
}

/** The scene's acts with their times, counted back from its last. */
function turnsOf(scene: Scene, now: Date, random: Seeded): Turn[] {
  const ids: Ids = { transfer: random.uuid(), reservation: random.uuid(), ride: random.uuid() }
  const line = LINE.slice(0, LINE.indexOf(scene.last) + 1).reverse()
  let at = now.getTime() - scene.minutesAgo * 60_000
  const turn = (make: Turn['make']): Turn => ({ at: new Date(at).toISOString(), scene, ids, make })
  const turns: Turn[] = []
  if (scene.ending !== undefined) {
    turns.push(turn(endings[scene.ending]))
    at -= ENDING_MINUTES * 60_000
  }
  for (const act of line) {
    turns.push(turn(acts[act]))
    at -= (random.between(...MINUTES[act]) * 60 + random.between(0, 59)) * 1000
  }
  return turns
}

async function send(
  hinge: Hinge,
  people: People,
  { person: id, name, payload }: Sent,
  at: string,
  commandId: string,
): Promise<Refusal | null> {
  const person = people.find(id)
  if (person === undefined) throw new Error(`the morning knows no ${id}`)
  const command = { id: commandId, name, at, payload } as Command
  const outcome = await perform(hinge, { person, command, hash: 'morning' })
  return 'refused' in outcome ? outcome.refused : null
}
