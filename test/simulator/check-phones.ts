// What every phone must come to once the network is well: each tap answered, each answer true, and on the screen
// what the server lets this person see.
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { ROW_TABLES } from '#web/sync/row-tables.ts'
import { canonical } from './check-log.ts'
import type { History, ViolationName } from './history.ts'
import { type Phone, readRows, type Tapped } from './phone.ts'
import type { SimServer } from './server.ts'

type Row = { id: string; rev: number }
type Deps = {
  server: SimServer
  history: History
  taps: ReadonlyMap<string, Tapped & { phone: string }>
  /** Refusals somebody has seen and put away. */
  dismissed: ReadonlySet<string>
  /** Received, and let go after twelve hours, by this phone's clock. */
  letGo: ReadonlySet<string>
}

/** Every tap that was shown as queued on this phone by this person. */
export async function checkTaps(phone: Phone, person: string, deps: Deps): Promise<void> {
  const { server, history, taps, dismissed, letGo } = deps
  const isSilent = await server.isSilent()
  const entries = new Map((await phone.entries(person)).map((entry) => [entry.id, entry]))
  const tell = (name: ViolationName, id: string, what: string) =>
    history.violate(name, `${phone.name} ${person} ${taps.get(id)?.name} ${id}: ${what}`)
  for (const [id, tapped] of taps) {
    if (tapped.phone !== phone.name || tapped.person !== person) continue
    const entry = entries.get(id)
    const stored = server.answerTo(id) !== undefined
    if (entry === undefined) {
      if (!dismissed.has(id) && !letGo.has(id) && !stored) tell('lost-tap', id, 'nowhere on the phone')
    } else if (entry.state === 'received') {
      // Put back without a word, and this phone had heard nothing past the backup: docs/decisions/015.
      if (!stored && isSilent) history.count('lost in a restore that nobody announced')
      else if (!stored) tell('lost-ack', id, 'received, and the server does not have it')
      else if (effectsOf(server, id) === 0) tell('lost-ack', id, 'received, without an effect')
    } else if (entry.state === 'refused') {
      // Its time was over before the answer came, by this phone's clock: that is what it says.
      const isTold = entry.refusal?.code === 'act.expired'
      if (stored && isTold) history.count('told as expired, and done')
      else if (stored) tell('false-refusal', id, `refused (${entry.refusal?.code}), and the server has it`)
    } else tell('lost-tap', id, `still ${entry.state} (${entry.lastError}, ${entry.tries} tries)`)
  }
}

function effectsOf(server: SimServer, command: string): number {
  const found = server.copy.database
    .prepare('select count(*) as n from events where command = ?')
    .get(command)
  return (found as { n: number }).n
}

/** Alerts that were dealt with, and what ended over a day ago, are no longer sent; a phone may hold them as such. */
function isSettled(row: Row, now: string, held: { transfers: Transfer[] }): boolean {
  if ('dueAt' in row) return 'state' in row && row.state === 'settled'
  const id = 'transfer' in row ? row.transfer : row.id
  const of = held.transfers.find((transfer) => transfer.id === id)
  return of !== undefined && !isOpen(of) && Date.parse(now) - Date.parse(of.since) > DAY_MS
}
const DAY_MS = 24 * 3_600_000

type SnapshotRows = Record<(typeof ROW_TABLES)[number], Row[]>

async function visible(phone: Phone, server: SimServer): Promise<(SnapshotRows & { epoch: string }) | null> {
  const reply = await server.handle({
    path: '/api/snapshot',
    method: 'GET',
    body: null,
    cookie: phone.cookie,
  })
  return reply?.status === 200 ? JSON.parse(reply.text) : null
}

/** Where the rows on the phone are not those the server shows this person now. */
export async function mirrorFaults(phone: Phone, { server }: Pick<Deps, 'server'>): Promise<string[]> {
  const shown = await visible(phone, server)
  if (phone.db === null || shown === null) return [`${phone.name}: no session`]
  const epoch = (await phone.db.meta.get('epoch'))?.value
  const faults = epoch === shown.epoch ? [] : [`${phone.name}: holds rows of an earlier epoch`]
  const held = await readRows(phone.db)
  for (const name of ROW_TABLES) {
    const rows: Row[] = held[name]
    const here = new Map(rows.map((row) => [row.id, canonical(row)]))
    const there = new Map(shown[name].map((row) => [row.id, canonical(row)]))
    for (const [id, row] of there)
      if (here.get(id) !== row)
        faults.push(`${phone.name} ${name} ${id}: ${here.get(id)} here, ${row} at the server`)
    const isOver = new Set(rows.filter((row) => isSettled(row, server.now, held)).map(({ id }) => id))
    for (const id of here.keys())
      if (!there.has(id) && !isOver.has(id))
        faults.push(`${phone.name} ${name}: not to be seen here: ${here.get(id)}`)
  }
  return faults
}

/** Somebody else signed in here, and has heard nothing yet: nothing of the last person's stands on the phone. */
export async function checkHandover(phone: Phone, { history }: Deps): Promise<void> {
  if (phone.db === null) return
  const held = await readRows(phone.db)
  for (const name of ROW_TABLES)
    for (const row of held[name])
      history.violate('seen-by-another', `${phone.name} ${name} for ${phone.person}: ${canonical(row)}`)
}
