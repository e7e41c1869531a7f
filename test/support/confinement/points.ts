// One transfer at every point it can come to, told on a real server, each with words of its own that can be found back
// in any answer; and by hand, who of the cast may know what of it. Reads nothing of shared/access: it is the oracle.
import type { Person } from '#shared/access/parties.ts'
import type { TransferRequest } from '#shared/transfers/request.ts'
import type { CommandName, Payload } from '#shared/wire/command.ts'
import { savePosition } from '#server/store/positions.ts'
import { anId, aRequest, people, places, plus, T0 } from '#test/support/builders.ts'
import type { CastName } from '#test/support/cast.ts'
import type { TestServer } from '#test/support/server.ts'

const POINTS = {
  verifying: { level: 'region', offered: false, ridden: false, stage: 'searching' },
  rejected: { level: 'region', offered: false, ridden: false, stage: 'ended' },
  matching: { level: 'region', offered: false, ridden: false, stage: 'searching' },
  'handed-over': { level: 'national', offered: false, ridden: false, stage: 'searching' },
  offered: { level: 'national', offered: true, ridden: false, stage: 'offered' },
  declined: { level: 'national', offered: false, ridden: false, stage: 'searching' },
  reserved: { level: 'national', offered: true, ridden: false, stage: 'agreed' },
  'on-hold': { level: 'national', offered: true, ridden: false, stage: 'agreed' },
  planned: { level: 'national', offered: true, ridden: true, stage: 'agreed' },
  'in-transit': { level: 'national', offered: true, ridden: true, stage: 'agreed' },
  arrived: { level: 'national', offered: true, ridden: true, stage: 'agreed' },
  closed: { level: 'national', offered: true, ridden: true, stage: 'ended' },
  withdrawn: { level: 'national', offered: false, ridden: false, stage: 'ended' },
  'solved-elsewhere': { level: 'national', offered: true, ridden: false, stage: 'ended' },
  deceased: { level: 'national', offered: true, ridden: true, stage: 'ended' },
} as const
export type PointName = keyof typeof POINTS
export const pointNames = Object.keys(POINTS) as PointName[]

/** In the order in which one transfer passes them, as far as `last`. */
const LINE: readonly PointName[] = [
  'matching',
  'handed-over',
  'offered',
  'reserved',
  'planned',
  'in-transit',
  'arrived',
  'closed',
]
const UNTIL: Partial<Record<PointName, PointName>> = {
  declined: 'offered',
  'on-hold': 'reserved',
  withdrawn: 'offered',
  'solved-elsewhere': 'reserved',
  deceased: 'in-transit',
}

/** Where in an answer something stands, and so who may read it. */
export type Part = 'row' | 'id' | 'answer' | 'ride' | 'clinical' | 'contacts' | 'accepted' | 'told'
export type Told = {
  point: PointName
  transfer: string
  reservation: string
  ride: string
  alert: string
  code: string
  words: Partial<Record<Part, string[]>>
}

type Relation = 'origin' | 'rcps' | 'lcps' | 'receiver' | 'receiving-rcps' | 'desk' | 'crew' | null
const RELATION: Partial<Record<CastName, Relation>> = {
  intensivist: 'origin',
  wardStaff: 'origin',
  originDesk: 'origin',
  rcps: 'rcps',
  lcps: 'lcps',
  receiver: 'receiver',
  receivingWard: 'receiver',
  receivingRcps: 'receiving-rcps',
  desk: 'desk',
  crew: 'crew',
}

/** Whether this one may know of it at all. A vehicle keeps its own ride, a hospital its own answer. */
export function knows(name: CastName, at: PointName): boolean {
  const { level, offered, ridden } = POINTS[at]
  switch (RELATION[name] ?? null) {
    case 'origin':
    case 'rcps':
      return true
    case 'lcps':
      return level === 'national'
    case 'receiver':
    case 'receiving-rcps':
    case 'desk':
      return offered
    case 'crew':
      return ridden
    default:
      return false
  }
}

type Stage = (typeof POINTS)[PointName]['stage']
/** Clinical fields and phone lines. */
const PRIVATE: Record<Exclude<Relation, null>, Record<Stage, string>> = {
  origin: { searching: 'CP', offered: 'CP', agreed: 'CP', ended: 'CP' },
  rcps: { searching: 'CP', offered: 'CP', agreed: 'CP', ended: '' },
  lcps: { searching: 'CP', offered: 'CP', agreed: 'CP', ended: '' },
  receiver: { searching: '', offered: 'C', agreed: 'CP', ended: 'C' },
  'receiving-rcps': { searching: '', offered: 'C', agreed: 'C', ended: '' },
  desk: { searching: '', offered: 'C', agreed: 'CP', ended: '' },
  crew: { searching: '', offered: '', agreed: 'CP', ended: '' },
}

/** Who may find which words of this transfer in any answer at all. */
export function mayFind(name: CastName, at: PointName, part: Part): boolean {
  const relation = RELATION[name] ?? null
  if (relation === null) return false
  const isKnown = knows(name, at)
  const own = PRIVATE[relation][POINTS[at].stage]
  if (part === 'clinical') return isKnown && own.includes('C')
  if (part === 'contacts' || part === 'accepted') return isKnown && own.includes('P')
  if (part === 'id' && relation === 'receiver') return isKnown || at === 'declined' || at === 'withdrawn'
  if (part === 'answer') {
    const answered = at === 'declined' || at === 'withdrawn'
    return relation === 'receiver'
      ? isKnown || answered
      : isKnown && relation !== 'desk' && relation !== 'crew'
  }
  return isKnown
}

type Acts = <N extends CommandName>(person: Person, name: N, payload: Payload<N>) => Promise<void>

export async function tellAll(server: TestServer): Promise<Told[]> {
  const told: Told[] = []
  // The ones that drive furthest go first: each ride is over, or far from the next.
  for (const [at, point] of [...pointNames].reverse().entries()) told.push(await tell(server, point, at))
  const ride = told.find(({ point }) => point === 'in-transit')?.ride ?? ''
  const seen = { vehicle: places.vehicle, person: people.crew.id, lat: 51.987, lon: 5.123, at: T0 }
  await savePosition(server.parts.hinge.store.query, { ride, ...seen })
  return told
}

async function tell(server: TestServer, point: PointName, at: number): Promise<Told> {
  const ids = { transfer: anId(1000 + at), reservation: anId(1100 + at), ride: anId(1200 + at) }
  let code = ''
  const act: Acts = async (person, name, payload) => {
    const outcome = await server.perform(person, name, payload)
    if ('refused' in outcome) throw new Error(`${point}: ${name}: ${JSON.stringify(outcome.refused)}`)
    if (outcome.code !== undefined) code = outcome.code
  }
  const words = wordsOf(point, at)
  const shortage = point === 'verifying' || point === 'rejected'
  const request = aRequest({
    note: words.clinical[0] ?? '',
    callback: { role: 'dienstdoend intensivist', phone: words.contacts[0] ?? '' },
    place: words.contacts[1] ?? '',
    ...(shortage ? SHORTAGE : {}),
  })
  await act(people.intensivist, 'transfer.submit', { transfer: ids.transfer, request })
  if (!shortage)
    for (const step of LINE.slice(1, LINE.indexOf(UNTIL[point] ?? point) + 1))
      await go[step]?.(act, { ...ids, code, words, at })
  await go[point in UNTIL || point === 'rejected' ? point : 'matching']?.(act, { ...ids, code, words, at })
  return { point, ...ids, alert: '', code, words: { ...words, id: [ids.transfer], row: [code] } }
}

const SHORTAGE: Partial<TransferRequest> = {
  kind: 'urgent',
  ground: 'bed-shortage',
  purpose: 'capacity',
  admissionReason: 'other',
}

const wordsOf = (point: PointName, at: number) => ({
  clinical: [`kweekt nog ${point} 71${at}`],
  contacts: [`088-51${10 + at}000`, `afdeling ${point} 73${at}`],
  accepted: [`088-52${10 + at}000`, `ingang ${point} 74${at}`],
  told: [`overdracht ${point} 72${at}`],
  // Where the answer is no longer the row's: a hospital's own answer names the transfer it was about.
  answer: point === 'declined' || point === 'withdrawn' ? [anId(1100 + at)] : [],
})

type Going = Pick<Told, 'transfer' | 'reservation' | 'ride' | 'code'> & {
  words: ReturnType<typeof wordsOf>
  at: number
}
const drive = async (act: Acts, ride: string, to: Payload<'ride.advance'>['to'], check?: string) =>
  act(people.crew, 'ride.advance', { ride, to, ...(check === undefined ? {} : { check }) })

const go: Partial<Record<PointName, (act: Acts, going: Going) => Promise<void>>> = {
  'handed-over': (act, { transfer, words }) =>
    act(people.rcps, 'transfer.hand-over', { transfer, note: words.told[0] ?? '' }),
  offered: (act, { transfer, reservation }) =>
    act(people.lcps, 'transfer.offer', {
      transfer,
      reservation,
      hospital: places.to,
      reason: 'zo afgesproken',
    }),
  reserved: (act, { reservation, words }) =>
    act(people.receiver, 'reservation.confirm', {
      reservation,
      acceptedBy: { role: 'intensivist van dienst', phone: words.accepted[0] ?? '' },
      place: words.accepted[1] ?? '',
      needs: [],
    }),
  planned: (act, { transfer, ride, at }) =>
    act(people.desk, 'ride.plan', {
      ride,
      transfer,
      vehicle: places.vehicle,
      escorted: false,
      // Half a day apart, so that one vehicle can have them all.
      departAt: plus(60 + at * 720),
      windowReason: 'zo afgesproken',
    }),
  'in-transit': async (act, { ride, code }) => {
    await act(people.crew, 'ride.accept', { ride })
    for (const to of ['en-route', 'at-origin'] as const) await drive(act, ride, to)
    await drive(act, ride, 'departed', code.slice(3))
  },
  arrived: (act, { ride }) => drive(act, ride, 'at-destination'),
  closed: async (act, { ride, transfer }) => {
    await drive(act, ride, 'handed-over')
    await drive(act, ride, 'available')
    await act(people.receiver, 'transfer.close', { transfer })
  },
  declined: (act, { reservation }) =>
    act(people.receiver, 'reservation.decline', { reservation, reason: 'no-staff' }),
  'on-hold': (act, { transfer }) => act(people.lcps, 'transfer.hold', { transfer }),
  withdrawn: (act, { transfer }) =>
    act(people.intensivist, 'transfer.withdraw', { transfer, reason: 'no-longer-needed' }),
  'solved-elsewhere': (act, { transfer }) =>
    act(people.intensivist, 'transfer.solve-elsewhere', { transfer }),
  deceased: (act, { transfer }) => act(people.intensivist, 'transfer.decease', { transfer }),
  rejected: (act, { transfer }) => act(people.rcps, 'transfer.reject', { transfer, reason: 'not-urgent' }),
}
