// Every command on a transfer at every point, by everyone of the cast: what is not theirs is refused, what they may not
// know of is not there, and looks so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_RULES } from '#shared/access/acts.ts'
import { type Command, COMMAND_NAMES, DOOR_COMMANDS, SYSTEM_COMMANDS } from '#shared/wire/command.ts'
import type { DecisionRow } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { openAlertOf } from '#server/store/alerts.ts'
import { loadWorld } from '#server/store/world.ts'
import { anId, T0 } from '#test/support/builders.ts'
import { type CastName, cast, castNames } from '#test/support/cast.ts'
import { faceOf } from '#test/support/confinement/answers.ts'
import { isThere, payloadFor, sendable, THEIRS } from '#test/support/confinement/commands.ts'
import { tellAll, type Told } from '#test/support/confinement/points.ts'
import { json, signIn, startTestServer, type TestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

type Name = (typeof sendable)[number]
const NOWHERE: Told = {
  point: 'matching',
  transfer: anId(1),
  reservation: anId(2),
  ride: anId(3),
  alert: anId(4),
  code: 'K7Q3TB',
  words: {},
}

let server: TestServer
let told: Told[]
const cookies = new Map<CastName, string>()
beforeAll(async () => {
  server = await startTestServer('sqlite', {
    beds: roomEverywhere().map((row) => ({ ...row, operational: 60 })),
  })
  told = await tellAll(server)
  for (const one of told)
    one.alert = (await openAlertOf(server.parts.hinge.store.query, one.transfer))?.id ?? anId(5)
  for (const name of castNames)
    if (name !== 'foreignLcps') cookies.set(name, await signIn(server.app, cast[name].id))
}, 60_000)
afterAll(() => server.close())

/** Decides as the hinge would, and writes nothing. */
function tryIt(name: CastName, command: Name, of: Told): Promise<string> {
  const person = cast[name]
  const payload = payloadFor[command](of)
  const row = decisions[command] as DecisionRow<Name>
  return server.parts.hinge.store.transaction(async (tx) => {
    const sent = { id: anId(8000), name: command, at: T0, payload } as Command
    const { world } = await loadWorld(tx, sent, person, row.loads)
    const decision = row.decide(world, payload as never, { person, now: T0, at: T0, code: 'K7Q3TB' })
    return 'refused' in decision ? decision.refused.code : 'allowed'
  })
}

let counted = 0
describe('every command', () => {
  it('is in the table of this test, and in that of the product', () => {
    expect(sendable.toSorted()).toEqual(DOOR_COMMANDS.toSorted())
    expect(Object.keys(COMMAND_RULES).sort()).toEqual(COMMAND_NAMES.toSorted())
    for (const name of SYSTEM_COMMANDS) expect(COMMAND_RULES[name]).toEqual({ on: 'system' })
  })

  it.each(sendable)('%s: refused to whose it is not, absent for whom it is not there', async (command) => {
    const codes = new Set<string>()
    for (const of of told)
      for (const name of castNames) {
        const said = await tryIt(name, command, of)
        const at = `${of.point} ${name}: ${said}`
        if (!isThere(name, command, of.point)) expect(at).toBe(`${of.point} ${name}: not-found`)
        else if (!THEIRS[command].includes(name)) expect(at).toMatch(/: (role|step)\.refused$|: on-hold$/)
        else codes.add(said)
        counted += 1
      }
    expect(codes.size).toBeGreaterThan(0)
    // A code that is not open any more is as wrong as any; no exemption was granted here.
    expect(codes.has('not-found')).toBe(
      ['emergency.open', 'exemption.end', 'partner.withdraw'].includes(command),
    )
  })

  it.each(sendable)(
    '%s: at the door, what is not there for them has one face',
    async (command) => {
      const send = (name: CastName, of: Told) => {
        const body = { id: crypto.randomUUID(), name: command, at: T0, payload: payloadFor[command](of) }
        return server.app.request('/api/commands', json(body, cookies.get(name) ?? ''))
      }
      for (const of of told.filter(({ point }) => ['matching', 'declined', 'planned'].includes(point)))
        for (const name of cookies.keys())
          if (!isThere(name, command, of.point) && !command.startsWith('beds.')) {
            const theirs = await faceOf(await send(name, of))
            expect(theirs).toMatchObject({ status: 404 })
            expect(theirs).toEqual(await faceOf(await send(name, NOWHERE)))
            counted += 2
          }
    },
    60_000,
  )

  it('was walked', () => {
    expect(counted).toBeGreaterThan(sendable.length * told.length * castNames.length)
    console.info(
      `confinement: ${sendable.length} commands × ${told.length} points × ${castNames.length}: ${counted}`,
    )
  })
})
