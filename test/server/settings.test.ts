import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SettingName } from '#shared/settings/setting.ts'
import { openAlertOf } from '#server/store/alerts.ts'
import { loadTransfer } from '#server/store/transfers.ts'
import { startTimers, type Timers } from '#server/timers/timers.ts'
import { anId, aPerson, aRequest, ids, people, places } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { bedsNow } from '#test/support/feeds.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'
import { NEVER } from '#test/support/timed.ts'

const admin = aPerson('admin', 'brancard')

describe.each(DIALECTS)('a setting takes effect, on %s', (dialect) => {
  let server: TestServer
  let timers: Timers
  let count = 0
  beforeEach(async () => {
    server = await startTestServer(dialect)
    timers = startTimers(server.parts, NEVER)
  })
  afterEach(async () => {
    await timers.close()
    await server.close()
  })
  const set = (name: SettingName, value: number, inForceFrom = server.clock.now, person = admin) =>
    server.perform(person, 'setting.decide', {
      setting: anId(700 + count++),
      ...{ name, value, decidedBy: 'Landelijk beraad', reason: 'drukte', inForceFrom },
    })
  const settle = async () => {
    while ((await timers.tick()) > 0);
  }

  it('the minutes of a step: of an alert that stands, and of what all parties read', async () => {
    const transfer = ids.transfer
    await server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() })
    const rows = server.parts.hinge.store.query
    const before = await openAlertOf(rows, transfer)
    const name = `limit.${before?.act}.${before?.kind}` as SettingName
    expect(await set(name, 7, server.clock.now, people.rcps)).toMatchObject({ refused: expect.anything() })
    expect(await set(name, 7)).not.toHaveProperty('refused')
    await settle()
    expect((await openAlertOf(rows, transfer))?.dueAt).toBe(
      new Date(Date.parse(before?.raisedAt ?? '') + 7 * 60_000).toISOString(),
    )
    expect((await loadTransfer(rows, transfer))?.limit).toBe(7)
  })

  it('the age at which a bed desk is asked for figures; not before it is in force', async () => {
    const id = `${places.to}:ic`
    const { reportedAt } = await bedsNow(server, id)
    const later = (minutes: number) => new Date(Date.parse(reportedAt) + minutes * 60_000).toISOString()
    server.clock.now = later(1)
    await set('beds.remind-after', 90, later(120))
    server.clock.now = later(119)
    await settle()
    expect((await bedsNow(server, id)).reminded ?? null).toBeNull()
    server.clock.now = later(121)
    await settle()
    expect(await bedsNow(server, id)).toMatchObject({ reminded: { level: 'stale', at: later(121) } })
    expect(await timers.tick()).toBe(0)
    await server.perform(people.receiver, 'beds.report', {
      ...{ hospital: places.to, bed: 'ic', operational: 10, occupied: 7, crisis: 4, boss: 1 },
      ...{ addable24h: 2, intakeStop: null },
    })
    const again = (minutes: number) => later(121 + minutes)
    server.clock.now = again(90)
    await settle()
    expect((await bedsNow(server, id)).reminded ?? null).toBeNull()
    server.clock.now = again(91)
    await settle()
    expect(await bedsNow(server, id)).toMatchObject({ reminded: { level: 'stale' } })
  })
})
