// The simulated morning: a few dozen requests of the hours before the start, played through the hinge by the people
// of the demo, in the order of time, so that every guard holds. Called at start when the database was empty.
import { SYSTEM } from '#shared/access/parties.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import type { Command } from '#shared/wire/command.ts'
import { type Decisions, type Hinge, perform } from '#server/perform.ts'
import type { Store } from '#server/store/store.ts'
import { acts, endings, type Ids, type Moment } from './acts.ts'
import { bedTold, layFeed } from './bed-told.ts'
import type { Sent } from './command.ts'
import type { People } from './people.ts'
import { type Act, LINE, type Scene, scenes } from './scenes.ts'
import { type Seeded, seeded } from './seeded.ts'
import { tellPositions } from './told-positions.ts'
import { metOnTheRoad } from './met-on-the-road.ts'
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

/** Drawn by one seed for each: what is added to the morning leaves the rest of it as it was. */
type Turn = { at: string; scene: Scene | null; random: Seeded; make: () => Promise<Sent | null> }
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
  const told = seeded(23)
  const turns = [
    ...scenes.flatMap((scene) => turnsOf(store, scene, now, random)),
    ...bedTold(store.query, now).map((one) => ({ ...one, scene: null, random: told })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  const over = new Set<Scene>()
  const published = seeded(5)
  await layFeed(store.query, now)
  for (const { at, sent } of await demoWishes(store.query, now, published)) {
    const hinge: Hinge = { store, decisions, now: () => new Date(at), random: published.bytes }
    const refusal = await send(hinge, people, sent, at, published.uuid())
    if (refusal !== null) morning.refused.push({ scene: null, name: sent.name, refusal })
  }
  for (const { at, scene, random: drawn, make } of turns) {
    // A scene that was refused once ends there: the rest of the morning goes on.
    if (scene !== null && over.has(scene)) continue
    const hinge: Hinge = { store, decisions, now: () => new Date(at), random: drawn.bytes }
    const sent = await make()
    if (sent === null) continue
    const refusal = await send(hinge, people, sent, at, drawn.uuid())
    if (refusal === null) morning.performed += 1
    else {
      if (scene !== null) over.add(scene)
      morning.refused.push({ scene, name: sent.name, refusal })
    }
  }
  const met = seeded(41)
  for (const sent of await metOnTheRoad(store.query, met)) {
    const hinge: Hinge = { store, decisions, now: () => now, random: met.bytes }
    const refusal = await send(hinge, people, sent, now.toISOString(), met.uuid())
    if (refusal !== null) morning.refused.push({ scene: null, name: sent.name, refusal })
  }
  await tellPositions(store, now, seeded(37))
  return morning
}

/** The scene's acts with their times, counted back from its last. */
function turnsOf(store: Store, scene: Scene, now: Date, random: Seeded): Turn[] {
  const ids: Ids = { transfer: random.uuid(), reservation: random.uuid(), ride: random.uuid() }
  const line = LINE.slice(0, LINE.indexOf(scene.last) + 1).reverse()
  let at = now.getTime() - scene.minutesAgo * 60_000
  const turn = (make: (moment: Moment) => Promise<Sent | null>): Turn => {
    const moment = { db: store.query, scene, ids, at: new Date(at).toISOString(), random }
    return { at: moment.at, scene, random, make: () => make(moment) }
  }
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
  const person = id === SYSTEM.id ? SYSTEM : people.find(id)
  if (person === undefined) throw new Error(`the morning knows no ${id}`)
  const command = { id: commandId, name, at, payload } as Command
  const outcome = await perform(hinge, { person, command, hash: 'morning' })
  return 'refused' in outcome ? outcome.refused : null
}
