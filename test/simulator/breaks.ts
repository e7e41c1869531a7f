// Worlds in which one mechanism is broken on purpose, by wrapping its real parts: the checker must find each. The name
// says what is broken, `shows` what the checker calls it.
import type { Ride } from '#shared/rides/ride.ts'
import type { CommandName } from '#shared/wire/command.ts'
import type { Context, Decided, Decision, World } from '#shared/wire/decision.ts'
import type { Decisions } from '#server/perform.ts'
import type { LocalDb } from '#web/sync/local-db.ts'
import { PEOPLE } from './cast.ts'
import type { ViolationName } from './history.ts'
import type { Asked, Reply, SimServer } from './server.ts'

export type Break = {
  shows?: ViolationName
  decisions?: (real: Decisions) => Decisions
  server?: (server: SimServer) => void
  /** When a page opens, before anything runs on its database. */
  opens?: (db: LocalDb, person: string) => Promise<unknown>
  /** When an entry was refused. */
  refused?: (db: LocalDb, id: string) => Promise<unknown>
  reply?: (asked: Asked, reply: Reply | null) => Reply | null
  ask?: (asked: Asked) => Asked
  /** Whether a frame of the stream is heard. */
  hears?: (event: string, data: string) => boolean
}
export const WHOLE: Break = {}

type Decide = (world: World, payload: object, context: Context) => Decision
type Wrap = (real: Decide) => Decide

/** The table of rules with one of them wrapped. */
const ruled =
  (name: CommandName, wrap: Wrap) =>
  (real: Decisions): Decisions => {
    const row = real[name]
    return { ...real, [name]: { ...row, decide: wrap(row.decide as unknown as Decide) } } as Decisions
  }

const changed =
  (change: (decided: Decided, payload: object) => Decided): Wrap =>
  (real) =>
  (world, payload, context) => {
    const decision = real(world, payload, context)
    return 'refused' in decision ? decision : change(decision, payload)
  }

const isCommand = ({ path }: Asked): boolean => path === '/api/commands'
const idOf = ({ body }: Asked): string => (JSON.parse(body ?? '{}') as { id: string }).id
const receiptFor = (asked: Asked): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify({ id: idOf(asked), at: '2026-11-21T10:00:00.000Z', subject: 'x' }),
})
const refusal: Reply = {
  status: 409,
  headers: { 'content-type': 'application/problem+json' },
  text: '{"code":"step.refused"}',
}

/** Stands between the network and the app. */
const atDoor =
  (change: (asked: Asked, reply: Reply | null, server: SimServer) => Reply | null) =>
  (server: SimServer): void => {
    const real = server.handle.bind(server)
    server.handle = async (asked) => {
      const reply = await real(asked)
      return isCommand(asked) ? change(asked, reply, server) : reply
    }
  }

const run = ({ copy }: SimServer, text: string, ...values: string[]) =>
  copy.database.prepare(text).run(...values)

const atAdvance = (step: (times: Ride['times'], to: Ride['state']) => Partial<Ride>) =>
  ruled(
    'ride.advance',
    changed((decided, payload) => ({
      ...decided,
      changes: decided.changes.map((change) => {
        if (change.subject !== 'ride') return change
        const { to } = payload as { to: Ride['state'] }
        return {
          ...change,
          data: { ...change.data, ...step((change.data.times ?? {}) as Ride['times'], to) },
        }
      }),
    })),
  )

const without = (subject: string) =>
  changed((decided) => ({
    ...decided,
    changes: decided.changes.filter((change) => change.subject !== subject),
  }))

let heard = 0

const rules = {
  'the bed is not looked at': {
    shows: 'double-bed',
    decisions: ruled('reservation.confirm', (real) => (world, payload, context) => {
      const beds = world.beds.map((row) => ({ ...row, operational: row.operational + 3 }))
      return real({ ...world, beds }, payload, context)
    }),
  },
  'a reserved bed is not counted': {
    shows: 'bed-count',
    decisions: ruled('reservation.confirm', without('beds')),
  },
  'the vehicle is not looked at': {
    shows: 'double-vehicle',
    decisions: ruled(
      'ride.plan',
      (real) => (world, payload, context) => real({ ...world, activeRides: [] }, payload, context),
    ),
  },
  'a declined offer lives on': {
    shows: 'two-reservations',
    decisions: ruled('reservation.decline', without('reservation')),
    server: (server) => run(server, 'drop index one_live_reservation_per_transfer'),
  },
  'a late step moves the head': { shows: 'step-back', decisions: atAdvance((_, to) => ({ state: to })) },
  'times are not put right': {
    shows: 'negative-duration',
    decisions: atAdvance((times, to) => ({
      times: { ...times, [to]: { at: '2026-11-20T10:00:00.000Z', entered: '2026-11-21T10:00:00.000Z' } },
    })),
  },
  'a revoked role still acts': {
    shows: 'revoked-accepted',
    decisions: (real) =>
      Object.fromEntries(
        Object.entries(real).map(([name, row]) => [
          name,
          {
            ...row,
            decide: (world: World, payload: never, context: Context) =>
              row.decide(world, payload, {
                ...context,
                person: PEOPLE.find(({ id }) => id === context.person.id) ?? context.person,
              }),
          },
        ]),
      ) as Decisions,
  },
  'a rule throws': {
    shows: 'fault',
    decisions: ruled('beds.report', () => () => {
      throw new Error('broken')
    }),
  },
} satisfies Record<string, Break>

const doors = {
  'a refusal is told as a receipt': {
    shows: 'false-ack',
    reply: (asked, reply) =>
      isCommand(asked) && reply !== null && reply.status >= 400 ? receiptFor(asked) : reply,
  },
  'a receipt is told as a refusal': {
    shows: 'false-refusal',
    reply: (asked, reply) => (isCommand(asked) && reply?.status === 200 ? refusal : reply),
  },
  'what was acknowledged is not kept': {
    shows: 'lost-ack',
    server: atDoor((asked, reply, server) => {
      if (reply?.status === 200) {
        run(server, 'delete from events where command = ?', idOf(asked))
        run(server, 'delete from commands where id = ?', idOf(asked))
      }
      return reply
    }),
  },
  'every try is a new command': {
    shows: 'double-effect',
    ask: (asked) =>
      isCommand(asked)
        ? { ...asked, body: (asked.body ?? '').replace(idOf(asked), crypto.randomUUID()) }
        : asked,
  },
  'a second try gets another answer': {
    shows: 'other-answer',
    server: atDoor((_, reply) =>
      reply?.status === 200 ? { ...reply, text: reply.text.replace('{', `{"n":${++heard},`) } : reply,
    ),
  },
  'the first try is told no, a copy of it yes': {
    shows: 'taken-after-refusal',
    server: (server) => {
      const heard = new Set<string>()
      atDoor((asked, reply) => {
        if (reply?.status !== 200 || heard.has(idOf(asked))) return reply
        heard.add(idOf(asked))
        return refusal
      })(server)
    },
  },
  'the body of an id is not looked at': {
    shows: 'mismatch-accepted',
    server: atDoor((asked, reply) => (reply?.text.includes('command.mismatch') ? receiptFor(asked) : reply)),
  },
  'a row is changed without an event': {
    shows: 'row-differs',
    server: atDoor((_, reply, server) => {
      run(server, `update transfers set row = json_set(row, '$.late', json('true'))`)
      return reply
    }),
  },
  'rights are not part of a cursor': {
    shows: 'not-converged',
    server: (server) => {
      server.cursorsOf = ({ make, maker, read }) => ({
        maker: (epoch, { id }) => maker(epoch, { id, memberships: [] }),
        make: (epoch, { id }, spot) => make(epoch, { id, memberships: [] }, spot),
        read: (epoch, { id }, cursor) => read(epoch, { id, memberships: [] }, cursor),
      })
    },
  },
} satisfies Record<string, Break>

const phones = {
  'what was on its way when the tab died is forgotten': {
    shows: 'lost-tap',
    opens: (db) => db.outbox.filter(({ state }) => state === 'sending').delete(),
  },
  'a refusal is put away unseen': {
    shows: 'refusal-gone',
    refused: (db, id) => db.outbox.where('id').equals(id).delete(),
  },
  'a queue is everybody’s': {
    shows: 'sent-by-another',
    opens: (db, person) => db.outbox.toCollection().modify({ person }),
  },
  'rows stay for the next person': {
    shows: 'seen-by-another',
    opens: (db, value) => db.meta.put({ key: 'person', value }),
  },
  'a frame is skipped': {
    shows: 'not-converged',
    hears: (event) => event !== 'message' || ++heard % 5 !== 0,
  },
} satisfies Record<string, Break>

export const BREAKS: Record<string, Break & { shows: ViolationName }> = { ...rules, ...doors, ...phones }
