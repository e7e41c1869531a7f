// Every route of the OpenAPI document and every field of every answer, by everyone of the cast, on a transfer at every
// point it can come to; strangers find nothing, and cannot tell what is not theirs from what is not there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTE_RULES } from '#shared/access/acts.ts'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { ROUTES } from '#server/http/openapi.ts'
import { setPhoneLine } from '#server/store/phone-lines.ts'
import { anId, places, plus, T0 } from '#test/support/builders.ts'
import { type CastName, cast, castNames } from '#test/support/cast.ts'
import {
  faceOf,
  leavesOf,
  leaks,
  longestList,
  misplaced,
  unlisted,
} from '#test/support/confinement/answers.ts'
import { knows, mayFind, tellAll, type Told } from '#test/support/confinement/points.ts'
import { type Caller, startTestServer, type TestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

/** Nobody can be the LCPS of another country here. */
const viewers = castNames.filter((name) => name !== 'foreignLcps')

type Who = (name: CastName) => boolean
const among =
  (...names: CastName[]): Who =>
  (name) =>
    names.includes(name)
const everyone: Who = () => true
const HOUSES = among(
  ...(['intensivist', 'wardStaff', 'originDesk', 'rcps', 'lcps', 'receiver', 'receivingWard'] as const),
  ...(['receivingRcps', 'desk', 'otherHospital', 'otherReferrer', 'otherRcps', 'otherDesk'] as const),
)
const SHARERS = [
  ...(['rcps', 'lcps', 'receivingRcps', 'otherRcps'] as const),
  ...(['secretary', 'chairs', 'roaz', 'observer'] as const),
]
const OVERSEERS = among(...SHARERS, 'admin')
/** Reads of no transfer in particular: who gets an answer. */
const READS: Record<string, Who> = {
  'get /api/session': everyone,
  'get /api/session/demo': everyone,
  'get /api/health': everyone,
  'get /api/openapi.json': everyone,
  'get /api/snapshot': everyone,
  'get /api/push': everyone,
  'get /api/session/ways': everyone,
  'get /api/hfno': HOUSES,
  'get /api/letters': (name) =>
    /^(intensivist|wardStaff|originDesk|receiv(er|ingWard)|other(Hospital|Referrer))$/.test(name),
  'get /api/counts': OVERSEERS,
  'get /api/reports/day': OVERSEERS,
  'get /api/reports/rides': OVERSEERS,
  'get /api/forecast': OVERSEERS,
  'get /api/shares': among(...SHARERS),
  'get /api/shares/history': among(...SHARERS),
  'get /api/shares/{id}': among(...SHARERS),
  'get /api/signals': among(...SHARERS),
  'get /api/day-board': among('rcps', 'lcps', 'receivingRcps', 'otherRcps', 'desk', 'otherDesk'),
  'get /api/day-board/suggestion': among('desk', 'otherDesk'),
}
const PARTIES = [
  'intensivist',
  'wardStaff',
  'rcps',
  'lcps',
  'receiver',
  'receivingRcps',
  'desk',
  'crew',
] as const
/**
 * Reads of one transfer: who of those who know of it; those that show
 * clinical facts also only while they may read these.
 */
const TRANSFER_READS: Record<string, Who> = {
  'get /api/transfers/{id}': everyone,
  'get /api/transfers/{id}/record': among(...PARTIES),
  'get /api/transfers/{id}/letter': among('intensivist', 'wardStaff', 'receiver'),
  'get /api/transfers/{id}/match': among('intensivist', 'wardStaff', 'rcps', 'lcps'),
  'get /api/transfers/{id}/transport': among('intensivist', 'wardStaff', 'rcps', 'lcps', 'desk'),
  'get /api/transfers/{id}/position': among('intensivist', 'wardStaff', 'receiver', 'desk'),
}
/** Accounts of one's own and administrators' acts: not there in the demo, test/server/sign-in walks them. */
const NOT_IN_DEMO = [
  'get /api/account/sessions',
  'get /api/account/passkeys',
  'post /api/account/passkeys/options',
  'post /api/account/passkeys',
  'get /api/admin/people',
  'post /api/admin/people',
  'get /api/admin/people/{id}',
  'post /api/admin/people/{id}/roles',
  'post /api/admin/people/{id}/invite',
  'post /api/admin/people/{id}/disable',
  'post /api/admin/people/{id}/enable',
  'delete /api/admin/people/{id}/sessions',
  'post /api/admin/import',
  'get /api/admin/providers',
  'get /api/admin/holds',
  'post /api/admin/holds',
  'delete /api/admin/holds/{id}',
  'get /api/admin/organisations',
  'post /api/admin/organisations/{id}/phone',
  'post /api/admin/organisations/{id}/ura',
  'delete /api/account/sessions/{id}',
  'delete /api/account/passkeys/{id}',
]
/** Walked elsewhere: commands, events and plans in tests of their own beside this one, these in test/server/http. */
const ELSEWHERE = [
  'get /api/transfers/{id}/ride',
  'post /api/transfers/{id}/position',
  'delete /api/transfers/{id}/position',
  'get /api/plans',
  'post /api/plans',
  'get /api/plans/{id}',
  'delete /api/plans/{id}',
  'get /api/plans/{id}/rows',
  'post /api/commands',
  'get /api/events',
  'delete /api/session',
  'post /api/session/demo',
  'post /api/push',
  'delete /api/push',
  'post /api/session/passkey/options',
  'post /api/session/passkey',
  'post /api/session/invite/options',
  'post /api/session/invite',
  'get /api/session/provider/{id}',
  'get /api/session/provider/{id}/return',
  'post /api/session/seen',
  'post /api/session/lock',
  'post /api/session/fresh/options',
  'post /api/session/fresh',
  'post /api/feeds/capacity',
  'post /api/beds/file',
  'get /api/beds/{id}/history',
  'get /api/admin/feeds',
  'post /api/admin/feeds',
  'delete /api/admin/feeds/{id}',
]
/** Lists that are no pages: the snapshot is a stream of its own, the demo's people are the demo's. */
const LONG = [
  // One day's rides, and the fleet.
  'get /api/day-board',
  'get /api/snapshot',
  'get /api/session/demo',
  'get /api/openapi.json',
  // Figures of every region, level and track.
  'get /api/reports/day',
]

let server: TestServer
let told: Told[]
const callers = new Map<CastName, Caller>()
beforeAll(async () => {
  server = await startTestServer('sqlite', {
    beds: roomEverywhere().map((row) => ({ ...row, operational: 60 })),
  })
  told = await tellAll(server)
  for (const name of viewers) callers.set(name, await server.as(cast[name].id))
}, 60_000)
afterAll(() => server.close())

const caller = (name: CastName): Caller => {
  const found = callers.get(name)
  if (found === undefined) throw new Error(`${name} is not signed in`)
  return found
}
const pathOf = (route: string, id = ''): string =>
  route.slice(route.indexOf(' ') + 1).replace('{id}', id) + (route.endsWith('/letter') ? '?as=print' : '')

let walked = 0
let asked = 0
let looked = 0
const found: string[] = []
const seen = new Set<string>()

/** A clock that goes on: reading this much this fast would be told to wait. */
function ask(name: CastName, path: string): Promise<Response> {
  asked += 1
  server.clock.now = plus(asked / 1000)
  return caller(name).get(path)
}

async function look(name: CastName, route: string, answer: Response, of?: Told): Promise<void> {
  walked += 1
  const text = await answer.text()
  const body: unknown = JSON.parse(text)
  const at = `${name}: ${route}${of === undefined ? '' : ` at ${of.point}`}`
  const kind = answer.status === 200 ? route : 'problem'
  for (const leaf of unlisted(kind, body)) seen.add(leaf)
  looked += leavesOf(body).length
  found.push(...leaks(name, text, told).map((leak) => `${at}: ${leak}`))
  if (of !== undefined) found.push(...misplaced(name, kind, body, of).map((leaf) => `${at}: ${leaf}`))
  if (!LONG.includes(route) && longestList(body) > 100) found.push(`${at}: a list of ${longestList(body)}`)
}

describe('every route', () => {
  it('is in the table of this test, and in that of the product', () => {
    const named = [...Object.keys(READS), ...Object.keys(TRANSFER_READS), ...NOT_IN_DEMO, ...ELSEWHERE]
    expect(named.sort()).toEqual(Object.keys(ROUTES).sort())
    expect(Object.keys(ROUTE_RULES).sort()).toEqual(Object.keys(ROUTES).sort())
  })

  it.each(Object.keys(READS))('%s answers whom it is for, and leaks nothing', async (route) => {
    for (const name of viewers) {
      const answer = await ask(name, pathOf(route, places.region))
      expect(`${name} ${answer.status}`).toBe(`${name} ${READS[route]?.(name) ? 200 : 403}`)
      await look(name, route, answer)
    }
    expect(found).toEqual([])
  })

  it.each(Object.keys(TRANSFER_READS))(
    '%s answers its parties at every point, and no one else',
    async (route) => {
      for (const of of told)
        for (const name of viewers) {
          const answer = await ask(name, pathOf(route, of.transfer))
          const isShown = !/(match|transport|letter)$/.test(route) || mayFind(name, of.point, 'clinical')
          const isFor = isShown && TRANSFER_READS[route]?.(name)
          const expected = knows(name, of.point) ? (isFor ? 200 : 403) : 404
          expect(`${of.point} ${name} ${answer.status}`).toBe(`${of.point} ${name} ${expected}`)
          await look(name, route, answer, of)
        }
      expect(found).toEqual([])
    },
  )

  it.each(Object.keys(TRANSFER_READS))('%s: not theirs and not there have one face', async (route) => {
    for (const name of viewers) {
      const nowhere = await faceOf(await ask(name, pathOf(route, anId(1))))
      for (const { point, transfer } of told.filter((one) => !knows(name, one.point)))
        expect({ point, ...(await faceOf(await ask(name, pathOf(route, transfer)))) }).toEqual({
          point,
          ...nowhere,
        })
    }
  })

  it.each(NOT_IN_DEMO)('%s: is not there in the demo, whoever asks', async (route) => {
    const [method = ''] = route.split(' ')
    const ask = (name: CastName, id: string) =>
      server.app.request(pathOf(route, encodeURIComponent(id)), {
        method: method.toUpperCase(),
        headers: { cookie: caller(name).cookie, 'content-type': 'application/json' },
        ...(method === 'post' ? { body: '{}' } : {}),
      })
    for (const name of viewers) {
      const theirs = await faceOf(await ask(name, cast.lcps.id))
      expect(theirs).toMatchObject({ status: 404 })
      expect(theirs).toEqual(await faceOf(await ask(name, 'nobody@nowhere')))
      walked += 2
    }
  })

  it('phone lines of functions: who searches, to its parties; the others once lines may be read', async () => {
    const line = {
      rcps: '088-6100001',
      lcps: '088-6100002',
      'bed-desk': '088-6100003',
      'transport-desk': '088-6100004',
    }
    const at = { rcps: places.region, lcps: 'nl', 'bed-desk': places.to, 'transport-desk': places.desk }
    await server.parts.hinge.store.transaction(async (tx) => {
      for (const [role, phone] of Object.entries(line) as [keyof typeof line, string][])
        await setPhoneLine(tx, { org: at[role], role }, phone, T0)
    })
    for (const of of told)
      for (const name of viewers.filter((one) => knows(one, of.point))) {
        const answer = await ask(name, pathOf('get /api/transfers/{id}', of.transfer))
        const { lines, transfer } = (await answer.json()) as TransferDetail
        const given = (lines ?? []).map(({ org, role, phone }) => `${role}@${org} ${phone}`)
        const searching = [`rcps@${at.rcps} ${line.rcps}`, `lcps@nl ${line.lcps}`]
        const others = [
          ...(transfer.to === places.to ? [`bed-desk@${places.to} ${line['bed-desk']}`] : []),
          ...(transfer.desks.includes(places.desk)
            ? [`transport-desk@${places.desk} ${line['transport-desk']}`]
            : []),
        ]
        const mine = mayFind(name, of.point, 'contacts') ? [...searching, ...others] : searching
        expect({ name, point: of.point, given }).toEqual({ name, point: of.point, given: mine })
        for (const one of lines ?? []) expect(Object.keys(one).sort()).toEqual(['org', 'phone', 'role'])
      }
  })

  it('every field of every answer is in the list', () => {
    expect([...seen].sort()).toEqual([])
    console.info(
      `confinement: ${walked} answers of ${Object.keys(ROUTES).length} routes, ${looked} fields held`,
    )
  })
})
