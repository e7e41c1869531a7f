// Every administrator's route with a real form, by who administers all, the hospital's own, another's, and by people
// who administer nothing, on an installation for real; what is not theirs looks as if it were not there.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decisions } from '#shared/wire/decisions.ts'
import type { Command } from '#shared/wire/command.ts'
import { ROUTES } from '#server/http/openapi.ts'
import { perform } from '#server/perform.ts'
import { loadTransfer } from '#server/store/transfers.ts'
import { anId, aRequest, people, places } from '#test/support/builders.ts'
import { faceOf, leavesOf } from '#test/support/confinement/answers.ts'
import { DIALECTS } from '#test/support/databases.ts'
import {
  firstAdmin,
  invite,
  type OwnServer,
  type Seat,
  startOwnServer,
  welcome,
} from '#test/support/own-server.ts'

const CALLERS = ['all', 'own', 'other', 'desk', 'rcps', 'crew'] as const
type Who = (typeof CALLERS)[number]
type Told = { person: string; code: string; transfer: string; feed: string }
type Form = {
  body?: (told: Told) => unknown
  /** What stands for `{id}`, and what for one that does not exist. */
  id?: (told: Told) => string
  /** Who is answered with something else than "not found". */
  answers: Partial<Record<Who, number>>
  /** Fields of the answer, every one. */
  fields?: string[]
  csv?: true
}

const PERSON = ['created', 'disabled', 'id', 'invited', 'label', 'passkeys', 'sessions']
const MEMBER = ['memberships[].org', 'memberships[].role', 'providers']
const INVITATION = ['expires', 'link', 'person']
const member = (org: string) => ({ memberships: [{ role: 'ward-staff', org }] })
const both = (status: number) => ({ all: status, own: status })
const person = ({ person }: Told) => person

/** By hand: whose each form is. */
const FORMS: Record<string, Form> = {
  'get /api/admin/people': {
    answers: { ...both(200), other: 200 },
    fields: ['next', ...[...PERSON, ...MEMBER].map((field) => `people[].${field}`)],
  },
  'post /api/admin/people': {
    body: () => ({ label: 'Afdelingsarts 2', ...member(places.from) }),
    answers: { ...both(200), other: 403 },
    fields: INVITATION,
  },
  'get /api/admin/people/{id}': { id: person, answers: both(200), fields: [...PERSON, ...MEMBER] },
  'post /api/admin/people/{id}/roles': { id: person, body: () => member(places.from), answers: both(204) },
  'post /api/admin/people/{id}/invite': { id: person, answers: both(200), fields: INVITATION },
  'post /api/admin/people/{id}/disable': { id: person, answers: both(204) },
  'post /api/admin/people/{id}/enable': { id: person, answers: both(204) },
  'delete /api/admin/people/{id}/sessions': { id: person, answers: both(204) },
  'get /api/admin/organisations': {
    answers: { ...both(200), other: 200 },
    fields: [
      'more',
      ...['deputies', 'enteredUra', 'org', 'people', 'phone', 'place', 'role', 'ura'].map(
        (of) => `rows[].${of}`,
      ),
    ],
  },
  'post /api/admin/organisations/{id}/phone': {
    id: () => places.from,
    body: () => ({ role: 'bed-desk', phone: '088 555 00 01' }),
    answers: both(204),
  },
  'post /api/admin/organisations/{id}/ura': {
    id: () => places.from,
    body: () => ({ ura: '00001234' }),
    answers: { all: 204 },
  },
  'post /api/admin/import': {
    csv: true,
    body: () =>
      `provider;key;label;organisation;role;deputy\n;k1;Verpleegkundige 3;${places.from};ward-staff;nee`,
    answers: { all: 200 },
    fields: ['added', 'changed', 'faults', 'faulty', 'file', 'kept', 'rows', 'same'],
  },
  'get /api/admin/holds': {
    answers: { all: 200 },
    fields: ['at', 'by', 'code', 'lifted', 'reason', 'transfer'].map((field) => `[].${field}`),
  },
  'post /api/admin/holds': {
    body: ({ code }) => ({ code, reason: 'vordering' }),
    answers: { all: 409 },
  },
  'delete /api/admin/holds/{id}': { id: ({ transfer }) => transfer, answers: { all: 204 } },
  'get /api/admin/providers': { answers: { all: 200 } },
  'get /api/admin/feeds': {
    answers: { all: 200 },
    fields: ['created', 'id', 'lastAt', 'lastRows', 'name', 'scope'].map((field) => `feeds[].${field}`),
  },
  'post /api/admin/feeds': {
    body: () => ({ name: 'lpz', scope: places.region }),
    answers: { all: 200 },
    fields: ['created', 'id', 'lastAt', 'lastRows', 'name', 'scope', 'token'],
  },
  'delete /api/admin/feeds/{id}': { id: ({ feed }) => feed, answers: { all: 204 } },
}

describe.each(DIALECTS)('every administrator’s route on %s', (dialect) => {
  let server: OwnServer
  let told: Told
  const seats = new Map<Who, Seat>()
  beforeEach(async () => {
    server = await startOwnServer(dialect)
    const all = await firstAdmin(server)
    const as = async (role: string, org: string) => welcome(server, all, role, org)
    seats.set('all', all)
    seats.set('own', await as('admin', places.from))
    seats.set('other', await as('admin', places.to))
    seats.set('desk', await as('bed-desk', places.from))
    seats.set('rcps', await as('rcps', places.region))
    seats.set('crew', await as('crew', places.vehicle))
    const made = await invite(all, 'ward-staff', places.from, 'Afdelingsarts 1')
    const source = await all.browser.ask('POST', '/api/admin/feeds', { name: 'ggd', scope: places.region })
    const { id: feed } = (await source.json()) as { id: string }
    told = { person: made.person, transfer: anId(1), code: await filed(), feed }
    await all.browser.ask('POST', '/api/admin/holds', { code: told.code, reason: 'vordering OM' })
  })
  afterEach(() => server.close())

  const seat = (who: Who): Seat => {
    const found = seats.get(who)
    if (found === undefined) throw new Error(who)
    return found
  }
  async function filed(): Promise<string> {
    const { hinge } = server.parts
    const payload = { transfer: anId(1), request: aRequest() }
    const command = { id: randomUUID(), name: 'transfer.submit', at: server.clock.now, payload } as Command
    await perform({ ...hinge, decisions }, { person: people.intensivist, command, hash: 'x' })
    return (await loadTransfer(hinge.store.query, anId(1)))?.code ?? ''
  }
  const send = (who: Who, route: string, over: { id?: string } = {}) => {
    const form = FORMS[route]
    const [method = '', path = ''] = route.split(' ')
    const at = path.replace('{id}', encodeURIComponent(over.id ?? form?.id?.(told) ?? ''))
    const body = form?.body?.(told)
    const { browser } = seat(who)
    if (form?.csv !== true) return browser.ask(method.toUpperCase(), at, body)
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return server.send(at, {
      method: 'POST',
      headers: { cookie, 'content-type': 'text/csv' },
      body: String(body),
    })
  }

  it('is in the table of this test', () => {
    const admins = Object.keys(ROUTES).filter((route) => route.includes('/api/admin/'))
    expect(Object.keys(FORMS).sort()).toEqual(admins.sort())
  })

  it.each(Object.keys(FORMS))('%s answers whose it is, with these fields and no others', async (route) => {
    const form = FORMS[route]
    const said: Partial<Record<Who, number>> = {}
    // Last who may: what they do changes what is there.
    for (const who of CALLERS.toReversed()) {
      const answer = await send(who, route)
      said[who] = answer.status
      if (answer.status !== 200) continue
      const fields = leavesOf(await answer.json()).map((leaf) => leaf.replace(/\[\]$/, ''))
      expect({ who, more: fields.filter((leaf) => !(form?.fields ?? ['']).includes(leaf)) }).toEqual({
        who,
        more: [],
      })
    }
    const expected = Object.fromEntries(CALLERS.map((who) => [who, form?.answers[who] ?? 404]))
    expect(said).toEqual(expected)
  })

  it.each(Object.keys(FORMS).filter((route) => route.includes('{id}')))(
    '%s: not theirs and not there have one face',
    async (route) => {
      for (const who of CALLERS.filter((one) => FORMS[route]?.answers[one] === undefined))
        expect(await faceOf(await send(who, route))).toEqual(
          await faceOf(await send(who, route, { id: anId(9) })),
        )
    },
  )

  it('tells a hospital’s administrator of its own people and organisation only', async () => {
    for (const who of ['own', 'other'] as const) {
      const org = who === 'own' ? places.from : places.to
      const list = await (await send(who, 'get /api/admin/people')).json()
      const orgs = list.people.flatMap((one: { memberships: { org: string }[] }) =>
        one.memberships.map(({ org }) => org),
      )
      expect([...new Set(orgs)]).toEqual([org])
      const { rows } = await (await send(who, 'get /api/admin/organisations')).json()
      expect([...new Set(rows.map((row: { org: string }) => row.org))]).toEqual([org])
    }
  })

  it('asks for a passkey of the last minutes wherever something changes', async () => {
    server.clock.now = new Date(Date.parse(server.clock.now) + 6 * 60_000).toISOString()
    for (const route of Object.keys(FORMS).filter((one) => !one.startsWith('get'))) {
      const answer = await send('all', route)
      expect({ route, code: (await answer.json()).code }).toEqual({ route, code: 'session.step-up' })
    }
  })

  it('leaves every look in the record, with who looked at whom', async () => {
    const before = await looks()
    for (const route of Object.keys(FORMS).filter((one) => one.startsWith('get'))) await send('all', route)
    expect((await send('other', 'get /api/admin/people/{id}')).status).toBe(404)
    const after = (await looks()).slice(before.length)
    expect(after.map(({ event, outcome, subject_id }) => [event, outcome, subject_id])).toEqual([
      ['access.read-people', 'done', null],
      ['access.read-person', 'done', told.person],
      ['access.read-organisations', 'done', null],
      ['access.read-holds', 'done', null],
      ['access.read-providers', 'done', null],
      ['access.read-feeds', 'done', null],
      ['access.read-person', 'refused', told.person],
    ])
    expect(new Set(after.slice(0, 6).map(({ person: by }) => by))).toEqual(
      new Set([seat('all').session.person]),
    )
  })
  const looks = () =>
    server.parts.hinge.store.query
      .selectFrom('record_lines')
      .selectAll()
      .where('event', 'like', 'access.read-%')
      .orderBy('id')
      .execute()
})
