// F7, F8, F9: people who act at one moment on the last of something, through the real hinge. On PostgreSQL through two
// stores, as two servers would. Each round is checked: one wins, the other is told, and the rows agree.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Person } from '#shared/access/parties.ts'
import type { Command, CommandName, Payload } from '#shared/wire/command.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { type Hinge, type Outcome, perform } from '#server/perform.ts'
import { openStore } from '#server/store/open-store.ts'
import type { Store } from '#server/store/store.ts'
import { places, someBeds, T0 } from '#test/support/builders.ts'
import { fill } from '#test/support/fill.ts'
import { roomEverywhere } from '#test/support/story.ts'
import { newPlace } from './place.ts'
import { type Shown, storeName } from './result.ts'
import { type Kind, kinds } from './race-kinds.ts'

/** Two servers on one database; which one an act goes to is chance. */
export class Table {
  readonly store: Store
  now: string = T0
  private readonly hinges: Hinge[]

  constructor(stores: Store[]) {
    const [store] = stores
    if (store === undefined) throw new Error('no store')
    this.store = store
    this.hinges = stores.map((one) => ({
      store: one,
      decisions,
      now: () => new Date(this.now),
      random: randomBytes,
    }))
  }

  act<N extends CommandName>(person: Person, name: N, payload: Payload<N>, server = 0): Promise<Outcome> {
    const hinge = this.hinges[server % this.hinges.length]
    if (hinge === undefined) throw new Error('no server')
    const command = { id: randomUUID(), name, at: this.now, payload } as Command
    return perform(hinge, { person, command, hash: 'race' })
  }

  /** As `act`, for what must be taken. */
  async do<N extends CommandName>(person: Person, name: N, payload: Payload<N>): Promise<void> {
    const outcome = await this.act(person, name, payload)
    if ('refused' in outcome) throw new Error(`${name} was refused: ${JSON.stringify(outcome.refused)}`)
  }
}

export async function races(cluster: string | null, rounds: Record<Kind, number>): Promise<Shown[]> {
  const place = await newPlace(cluster)
  const stores = [await openStore(place.choice, () => new Date(T0))]
  if (cluster !== null) stores.push(await openStore(place.choice, () => new Date(T0)))
  const table = new Table(stores)
  try {
    await fill(table.store, lastBedAt(places.to), '2a')
    const shown: Shown[] = []
    for (const kind of Object.keys(rounds) as Kind[]) {
      const run = await raceOf(table, kind, rounds[kind])
      shown.push({ fault: kinds[kind].fault, on: storeName(place.choice), ...run })
    }
    return shown
  } finally {
    for (const store of stores) await store.close()
    await place.drop()
  }
}

/** Radboudumc has one bed that a planned patient may have. */
const lastBedAt = (hospital: string) =>
  roomEverywhere().map((row) =>
    row.id === `${hospital}:ic` ? someBeds(hospital, 'ic', { operational: 10, occupied: 8, boss: 1 }) : row,
  )

async function raceOf(
  table: Table,
  kind: Kind,
  rounds: number,
): Promise<Pick<Shown, 'done' | 'figures' | 'holds'>> {
  const wrong: string[] = []
  const won = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1) {
    const { winner, fault } = await kinds[kind].round(table, round)
    won.set(winner, (won.get(winner) ?? 0) + 1)
    if (fault !== null) wrong.push(`round ${round}: ${fault}`)
  }
  for (const line of wrong.slice(0, 5)) console.error(kind, line)
  const wins = [...won].map(([who, count]) => `${who} ${count}`).join(', ')
  return {
    done: kinds[kind].what,
    figures: `wrong ${wrong.length} of ${rounds}; won by: ${wins}`,
    // A race that always goes one way is none.
    holds: wrong.length === 0 && (rounds < 50 || won.size > 1),
  }
}
