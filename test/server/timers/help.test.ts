import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HELP_MINUTES, type Help } from '#shared/transport/help.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import type { Outcome } from '#server/perform.ts'
import { registerOf, untoldHelp } from '#server/store/register.ts'
import { dropTransfer } from '#server/store/retention.ts'
import type { Timers } from '#server/timers/timers.ts'
import { anId, aPerson, aRequest, ids, people, places, plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import type { TestServer } from '#test/support/server.ts'
import { neverOld, startTimed, type Timed } from '#test/support/timed.ts'

const { transfer, reservation } = ids
const help = anId(70)
const acceptedBy = { role: 'intensivist van dienst', phone: '088-7654321' }

async function must(outcome: Promise<Outcome>): Promise<void> {
  const said = await outcome
  if ('refused' in said) throw new Error(JSON.stringify(said.refused))
}

/** A bed is reserved, the own MICU has no crew, and its centre asks the neighbours. */
async function asked({ perform }: TestServer): Promise<void> {
  await must(perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() }))
  await must(perform(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' }))
  const offer = { transfer, reservation, hospital: places.to, reason: 'daar is ruimte' }
  await must(perform(people.lcps, 'transfer.offer', offer))
  await must(perform(people.receiver, 'reservation.confirm', { reservation, acceptedBy, needs: [] }))
  const { vehicle } = places
  await must(
    perform(people.desk, 'vehicle.out', { entry: anId(71), vehicle, reason: 'no-crew', until: null }),
  )
  await must(perform(people.desk, 'help.ask', { help, transfer, departAt: plus(60) }))
}

describe.each(DIALECTS)('MICU help, on %s', (dialect) => {
  let server: TestServer
  let timers: Timers
  let timed: Timed
  beforeEach(async () => {
    timed = await startTimed(dialect, { beds: neverOld })
    ;({ server, timers } = timed)
    await asked(server)
  })
  afterEach(() => timed.close())
  const query = () => server.parts.hinge.store.query
  const rowNow = async (): Promise<Help | undefined> => (await registerOf(query(), ['help']))[0]
  const seenBy = async (person: string): Promise<Help[]> => {
    const { register }: Snapshot = await (await (await server.as(person)).get('/api/snapshot')).json()
    return rowsOfList(register, 'help')
  }

  it('is seen by who asks and who is asked, and by nobody else', async () => {
    for (const who of ['micu-umc-utrecht', 'micu-amsterdam-umc-amc'])
      expect(await seenBy(`transport-desk@${who}`), who).toHaveLength(1)
    const strangers = ['transport-desk@micu-umcg-groningen', 'transport-desk@rav-vr09', 'rcps@nazw']
    for (const who of [...strangers, 'lcps@nl', 'secretary@db-lnaz', 'crew@micu-umc-utrecht-1'])
      expect(await seenBy(who), who).toEqual([])
  })

  it('goes on at its time, once, to who is told of it then, and at last to the body for teams', async () => {
    server.clock.now = plus(HELP_MINUTES.neighbours.planned - 1)
    await timers.tick()
    expect(await rowNow()).toMatchObject({ step: 'neighbours', rev: 1 })
    server.clock.now = plus(HELP_MINUTES.neighbours.planned)
    await timers.tick()
    await timers.tick()
    expect(await rowNow()).toMatchObject({ step: 'nation', rev: 2 })
    expect(await seenBy('transport-desk@micu-umcg-groningen')).toHaveLength(1)
    expect(await seenBy('lcps@nl')).toHaveLength(1)
    server.clock.now = (await rowNow())?.dueAt ?? ''
    await timers.tick()
    expect(await rowNow()).toMatchObject({ step: 'team' })
    expect(await seenBy('secretary@db-lnaz')).toHaveLength(1)
    expect(await seenBy('secretary@roaz-chairs')).toEqual([])
    server.clock.now = (await rowNow())?.dueAt ?? ''
    await timers.tick()
    expect(await rowNow()).toMatchObject({ state: 'none', dueAt: null })
  })

  it('devices are told once per change while it is open', async () => {
    const told = async () => {
      const rows = await untoldHelp.list(query(), 10)
      const taken = await Promise.all(rows.map((row) => untoldHelp.take(query(), row)))
      return taken.filter(Boolean).length
    }
    expect(await told()).toBe(1)
    expect(await told()).toBe(0)
    const yes = { help, answer: 'yes', vehicle: 'micu-amsterdam-umc-amc-1' } as const
    await must(server.perform(aPerson('transport-desk', 'micu-amsterdam-umc-amc'), 'help.answer', yes))
    expect(await told()).toBe(0)
  })

  it('leaves the lists with the move, and the database with the timeline', async () => {
    await must(server.perform(people.lcps, 'transfer.withdraw', { transfer, reason: 'other' }))
    await timers.tick()
    expect(await rowNow()).toBeUndefined()
    expect(await seenBy('transport-desk@micu-amsterdam-umc-amc')).toEqual([])
    const left = () => query().selectFrom('register').select('id').where('list', '=', 'help').execute()
    expect(await left()).toHaveLength(1)
    await server.parts.hinge.store.transaction((tx) => dropTransfer(tx, transfer))
    expect(await left()).toEqual([])
    const events = await query().selectFrom('events').select('seq').where('subject_id', '=', help).execute()
    expect(events).toEqual([])
  })
})
