import { createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Alert } from '#shared/alerts/alert.ts'
import type { PushKey } from '#shared/wire/reads.ts'
import { isPushEndpoint, PUSH_HOSTS } from '#server/push/push-config.ts'
import { type Pusher, startPusher } from '#server/push/pusher.ts'
import { makeSendPush } from '#server/push/send-push.ts'
import { openAlertOf } from '#server/store/alerts.ts'
import { startTimers } from '#server/timers/timers.ts'
import { aRequest, ids, people } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { type PushService, startPushService } from '#test/support/push-service.ts'
import { json, startTestServer, type TestServer } from '#test/support/server.ts'

const NEVER = 2 ** 31 - 1
const transfer = ids.transfer

describe.each(DIALECTS)('push on %s', (dialect) => {
  let service: PushService
  let server: TestServer
  let pusher: Pusher
  beforeEach(async () => {
    vi.spyOn(console, 'info').mockImplementation(() => undefined)
    service = await startPushService()
    server = await startTestServer(dialect, { pushHosts: [service.host] })
    pusher = startPusher(depsOf(server), NEVER)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await pusher.close()
    await server.close()
    await service.close()
  })
  const depsOf = ({ parts }: TestServer) => ({
    store: parts.hinge.store,
    people: parts.people,
    now: parts.hinge.now,
    send: makeSendPush(parts.push, service.agent),
  })
  const subscribe = async (person: string, name: string, over: object = {}) => {
    const { cookie } = await server.as(person)
    const body = { ...service.device(name), language: 'nl', ...over }
    return server.app.request('/api/push', json(body, cookie))
  }
  const file = () => server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() })
  const subscriptions = () =>
    server.parts.hinge.store.query.selectFrom('push_subscriptions').selectAll().execute()
  const told = () => service.received.map(({ path }) => path).sort()

  it('tells the devices of who acts next, after the commit, without a word of what', async () => {
    await subscribe('rcps@nazmn', 'rcps-phone')
    await subscribe('rcps@nazmn', 'rcps-desk')
    await subscribe('rcps@nazw', 'other-rcps')
    await subscribe('intensivist@umc-utrecht', 'referrer')
    await file()
    await pusher.tick()
    expect(told()).toEqual(['/rcps-desk', '/rcps-phone'])
    for (const { body, type, topic, ttl } of service.received) {
      expect(body).toHaveLength(0)
      expect(type).toBe('')
      expect(topic).toBe('brancard-work')
      expect(Number(ttl)).toBeGreaterThan(0)
    }
    expect((await subscriptions()).filter((row) => row.last_ok !== null)).toHaveLength(2)
  })

  it('tells whoever a letter waits for, at the hospitals that are missing only', async () => {
    await subscribe('bed-desk@radboudumc', 'receiver')
    await subscribe('rcps@nazmn', 'rcps')
    await pusher.tell((held) => held.some(({ role, org }) => role === 'bed-desk' && org === 'radboudumc'))
    expect(told()).toEqual(['/receiver'])
    expect(service.received[0]?.body).toHaveLength(0)
  })

  it('is signed with the key that devices subscribe with', async () => {
    const { cookie } = await server.as('rcps@nazmn')
    const { key }: PushKey = await (await server.app.request('/api/push', { headers: { cookie } })).json()
    await subscribe('rcps@nazmn', 'phone')
    await file()
    await pusher.tick()
    const [sent] = service.received
    const [, token = '', own = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(sent?.authorization ?? '') ?? []
    expect(own).toBe(key)
    const point = Buffer.from(key, 'base64url')
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    }
    const [head, claims, signature = ''] = token.split('.')
    const holds = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
    expect(holds).toBe(true)
    const { aud } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())
    expect(aud).toBe(`https://${service.host}`)
  })

  it('tells each level once; a deputy when it is the deputy’s', async () => {
    await subscribe('rcps@nazmn', 'rcps')
    await subscribe('rcps-deputy@nazmn', 'deputy')
    await subscribe('lcps@nl', 'lcps')
    await file()
    await pusher.tick()
    await pusher.tick()
    expect(told()).toEqual(['/rcps'])
    const timers = startTimers(server.parts, NEVER)
    const letPass = async () => {
      const alert = (await openAlertOf(server.parts.hinge.store.query, transfer)) as Alert
      server.clock.now = alert.dueAt ?? ''
      await timers.tick()
      service.received.length = 0
      await pusher.tick()
    }
    // The timers' own commit has told them too: what counts is each once per level.
    await letPass()
    await letPass()
    await timers.close()
    const rows = await subscriptions()
    expect(rows.filter(({ last_ok }) => last_ok !== null)).toHaveLength(3)
  })

  it('tells nobody of what was acknowledged meanwhile', async () => {
    await subscribe('rcps@nazmn', 'rcps')
    await pusher.close()
    await file()
    const alert = (await openAlertOf(server.parts.hinge.store.query, transfer)) as Alert
    await server.perform(people.rcps, 'alert.acknowledge', { alert: alert.id })
    pusher = startPusher(depsOf(server), NEVER)
    await pusher.tick()
    expect(told()).toEqual([])
  })

  it('two servers tell each device once', async () => {
    await subscribe('rcps@nazmn', 'rcps')
    const other = startPusher(depsOf(server), NEVER)
    await file()
    await Promise.all([pusher.tick(), other.tick()])
    await other.close()
    expect(told()).toEqual(['/rcps'])
  })

  it('forgets an endpoint that is gone, keeps one that only fails, and never fails the act', async () => {
    await subscribe('rcps@nazmn', 'gone')
    await subscribe('rcps@nazmn', 'lost')
    await subscribe('rcps@nazmn', 'busy')
    service.answers.set('/gone', 410).set('/lost', 404).set('/busy', 503)
    expect(await file()).not.toHaveProperty('refused')
    await pusher.tick()
    expect(told()).toEqual(['/busy', '/gone', '/lost'])
    expect((await subscriptions()).map(({ endpoint }) => endpoint.split('/').at(-1))).toEqual(['busy'])
  })

  it('does not wait for a service that never answers: the others are told, the work is there', async () => {
    await subscribe('rcps@nazmn', 'silent')
    await subscribe('rcps@nazmn', 'phone')
    service.answers.set('/silent', 'silent')
    await file()
    const before = Date.now()
    await pusher.tick()
    expect(Date.now() - before).toBeLessThan(8000)
    expect(told()).toEqual(['/phone', '/silent'])
    // Found without a push: the row says it.
    const alert = await openAlertOf(server.parts.hinge.store.query, transfer)
    expect(alert).toMatchObject({ act: 'match', state: 'raised' })
  })

  it('subscribes at push services only, one device to one person, eight to each', async () => {
    const refused = await subscribe('rcps@nazmn', 'x', { endpoint: 'https://127.0.0.1:1/x' })
    expect(await refused.json()).toMatchObject({ code: 'command.invalid', fields: [{ field: 'endpoint' }] })
    expect((await subscribe('rcps@nazmn', 'x', { note: 'K7Q-3TX' })).status).toBe(422)
    const one = service.device('shared')
    await subscribe('rcps@nazmn', 'shared', one)
    await subscribe('rcps@nazw', 'shared', one)
    expect((await subscriptions()).map(({ person }) => person)).toEqual(['rcps@nazw'])
    for (let n = 0; n < 10; n += 1) {
      server.clock.now = new Date(Date.parse(server.clock.now) + 1000).toISOString()
      await subscribe('lcps@nl', `many-${n}`)
    }
    expect((await subscriptions()).filter(({ person }) => person === 'lcps@nl')).toHaveLength(8)
    const { cookie } = await server.as('rcps@nazmn')
    const away = { ...json({ endpoint: one.endpoint }, cookie), method: 'DELETE' }
    await server.app.request('/api/push', away)
    expect((await subscriptions()).some(({ person }) => person === 'rcps@nazw')).toBe(true)
    const { cookie: own } = await server.as('rcps@nazw')
    await server.app.request('/api/push', { ...json({ endpoint: one.endpoint }, own), method: 'DELETE' })
    expect((await subscriptions()).some(({ person }) => person === 'rcps@nazw')).toBe(false)
    expect((await server.app.request('/api/push')).status).toBe(401)
  })
})

describe('where this server may be made to call', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
    ['https://db5p.notify.windows.com/w/?token=x', true],
    ['https://web.push.apple.com/x', true],
    ['http://fcm.googleapis.com/x', false],
    ['https://fcm.googleapis.com.evil.example/x', false],
    ['https://evil.example/fcm.googleapis.com', false],
    ['https://notify.windows.com/x', false],
    ['https://user:pass@fcm.googleapis.com/x', false],
    ['https://fcm.googleapis.com@evil.example/x', false],
    ['https://127.0.0.1/x', false],
    ['https://[::1]/x', false],
    ['file:///etc/passwd', false],
    ['not an address', false],
    [`https://fcm.googleapis.com/${'x'.repeat(1000)}`, false],
  ])('%s: %s', (endpoint, fine) => {
    expect(isPushEndpoint(endpoint, PUSH_HOSTS)).toBe(fine)
  })
})
