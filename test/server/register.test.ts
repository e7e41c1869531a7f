import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exemptAt } from '#shared/fair-share/exemption.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import type { News } from '#shared/wire/event.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import type { Decisions } from '#server/perform.ts'
import { anId, aPerson, plus, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'
import { openStream } from '#test/support/sse.ts'

const LINE = anId(700)
const secretary = aPerson('secretary', 'roaz-chairs')

/** Writes a line, or ends the one that is there: what the hinge does with it is what is looked at here. */
function decideLine(world: World, _: Payload<'phase.announce'>, { at }: Context): Decision {
  const draft = makeDraft(world, at)
  const [line] = rowsOfList(world.register, 'exemption')
  if (line?.until != null) return refuse('already-exists')
  if (line !== undefined) draft.listed('phase.announced', line, { until: at, over: true })
  else
    draft.first('phase.announced', 'register', {
      id: LINE,
      rev: 0,
      list: 'exemption',
      group: 'azo',
      from: T0,
      until: null,
      reason: 'brand',
      announcedAt: at,
    })
  return { changes: draft.changes, as: { role: 'secretary', org: 'roaz-chairs' } }
}
const withLine: Decisions = {
  ...decisions,
  'phase.announce': { loads: ['register:exemption'], decide: decideLine },
}
const payload: Payload<'phase.announce'> = {
  phase: anId(701),
  scope: 'national',
  to: '2b',
  decidedBy: 'db-lnaz',
  advice: [],
  reason: 'drukte',
  inForceFrom: plus(60),
}

describe.each(DIALECTS)('a line of the register on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
    server.parts.hinge.decisions = withLine
  })
  afterEach(() => server.close())
  const act = () => server.perform(secretary, 'phase.announce', payload)
  const snapshot = async (): Promise<Snapshot> =>
    (await (await server.as('rcps@nazb')).get('/api/snapshot')).json()

  it('is decided on the lines before it, told to open screens, and in the next snapshot', async () => {
    const { url } = await server.listen()
    const stream = await openStream(url, await signIn(server.app, 'rcps@nazb'))
    expect(await act()).not.toHaveProperty('refused')
    const frames = await stream.until(({ data }) => JSON.stringify(data).includes(LINE))
    const news = frames.map(({ data }) => data as News).find((one) => one.kind === 'event')
    expect(news).toMatchObject({ event: { subject: 'register', id: LINE, rev: 1, transfer: null } })
    stream.close()
    const { register } = await snapshot()
    expect(register).toMatchObject([{ id: LINE, rev: 1, list: 'exemption', group: 'azo' }])
    expect(exemptAt(rowsOfList(register, 'exemption'), T0)).toEqual(['azo'])
  })

  it('that is over leaves the snapshot and the next decision', async () => {
    await act()
    expect(await act()).not.toHaveProperty('refused')
    expect((await snapshot()).register).toEqual([])
    // The list is empty again, so the same id would be written twice: the database says no.
    expect(await act()).toMatchObject({ refused: { code: 'already-exists' } })
  })
})
