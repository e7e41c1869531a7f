import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportReport } from '#shared/wire/people-file.ts'
import type { ProviderSettings } from '#server/sign-in/providers.ts'
import { admit } from '#server/sign-in/vouched.ts'
import { asJson, codeOf } from '#test/support/answers.ts'
import { plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import {
  accept,
  firstAdmin,
  type OwnServer,
  type Seat,
  startOwnServer,
  welcome,
} from '#test/support/own-server.ts'

const HEAD = 'provider;key;label;organisation;role;deputy'
const FILE = [
  HEAD,
  ';dienst-1;Bedcoördinator, UMC Utrecht;00001234;bed-desk;',
  ';dienst-2;RCPS Midden;NAZMN;rcps;',
  ';dienst-2;RCPS Midden;LCPS;lcps;ja',
  'dezi;sub-3;Intensivist, UMC Utrecht;umc-utrecht;intensivist;nee',
].join('\r\n')

const dezi: ProviderSettings = {
  id: 'dezi',
  name: 'Dezi',
  issuer: 'https://dezi.example',
  clientId: 'brancard',
  clientSecret: null,
  scopes: ['openid'],
  userInfo: false,
  organisation: { ura: '00001234' },
  organisations: { '00001234': 'umc-utrecht' },
  role: { claim: 'role', values: {} },
}

describe.each(DIALECTS)('a file of people on %s', (dialect) => {
  let server: OwnServer
  let admin: Seat
  beforeEach(async () => {
    server = await startOwnServer(dialect, { providers: [dezi] })
    admin = await firstAdmin(server)
  })
  afterEach(() => server.close())

  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const send = (
    body: string | Uint8Array<ArrayBuffer>,
    { seat = admin, run = 'keep', type = 'text/csv' }: { seat?: Seat; run?: string; type?: string } = {},
  ): Promise<Response> => {
    const cookie = [...seat.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return Promise.resolve(
      server.send(`/api/admin/import?run=${run}`, {
        method: 'POST',
        headers: { cookie, 'content-type': type },
        body: typeof body === 'string' ? bytesOf(body) : body,
      }),
    )
  }
  const report = async (...of: Parameters<typeof send>) => asJson<ImportReport>(await send(...of))
  const { rows, lines } = {
    rows: (table: 'people' | 'memberships' | 'identities' | 'sessions') =>
      server.parts.hinge.store.query.selectFrom(table).selectAll().execute(),
    lines: () =>
      server.parts.hinge.store.query
        .selectFrom('record_lines')
        .selectAll()
        .where('event', 'like', 'access.%')
        .orderBy('id')
        .execute(),
  }
  const counts = { kept: true, file: null, rows: 4, added: 3, changed: 0, same: 0, faulty: 0, faults: [] }

  it('is tried without a trace in the people, then kept, and changes nothing the second time', async () => {
    const before = await rows('people')
    expect(await report(FILE, { run: 'try' })).toEqual({ ...counts, kept: false })
    expect(await rows('people')).toEqual(before)
    expect(await report(FILE)).toEqual(counts)
    const held = await rows('memberships')
    expect(held).toHaveLength(5)
    expect(held.filter(({ deputy }) => deputy === 1)).toMatchObject([{ role: 'lcps', org: 'nl' }])
    expect(await rows('identities')).toMatchObject([{ issuer: 'https://dezi.example', subject: 'sub-3' }])
    const kept = [await rows('people'), await rows('memberships'), await rows('identities')]
    expect(await report(`\uFEFF${FILE}`)).toEqual({ ...counts, added: 0, same: 3 })
    expect([await rows('people'), await rows('memberships'), await rows('identities')]).toEqual(kept)
  })

  it('leaves a line in the record for the trial, for the run and for each person it changed', async () => {
    await report(FILE, { run: 'try' })
    await report(FILE)
    await report(FILE)
    const found = await lines()
    expect(found.map(({ event }) => event)).toEqual([
      'access.people-file-tried',
      'access.people-file',
      ...Array(3).fill('access.imported'),
      'access.people-file',
    ])
    expect(new Set(found.map(({ person, role }) => `${person} ${role}`))).toEqual(
      new Set([`${admin.session.person} admin`]),
    )
    expect(found[2]).toMatchObject({ action: 'C', subject: 'person', reason: 'bed-desk@umc-utrecht' })
  })

  it('lets in whom the provider vouches for by the key of the file, with the roles of the file', async () => {
    await report(FILE)
    const { store, random } = server.parts.hinge
    const vouched = { issuer: dezi.issuer, subject: 'sub-3', claims: {} }
    const admitted = await admit({ store, now: new Date(server.clock.now), random }, dezi, vouched)
    expect(admitted).toMatchObject({
      known: {
        label: 'Intensivist, UMC Utrecht',
        memberships: [{ role: 'intensivist', org: 'umc-utrecht' }],
      },
    })
  })

  it('gives other roles as a whole, ends the sessions of before, and leaves those of nobody else', async () => {
    await report(FILE)
    const desk = (await rows('people')).find((one) => 'label' in one && one.label.startsWith('Bed'))
    const link = await asJson<{ link: string }>(
      await admin.browser.ask('POST', `/api/admin/people/${desk && 'id' in desk ? desk.id : ''}/invite`),
    )
    const seat = await accept(server, link.link)
    const other = await welcome(server, admin, 'rcps', 'nazmn')
    const changed = FILE.replace('bed-desk', 'ward-staff')
    expect(await report(changed)).toEqual({ ...counts, added: 0, changed: 1, same: 2 })
    expect((await seat.browser.ask('GET', '/api/session')).status).toBe(401)
    expect((await other.browser.ask('GET', '/api/session')).status).toBe(200)
    expect(
      await report(FILE.replace('RCPS Midden', 'RCPS Utrecht').replace('RCPS Midden', 'RCPS Utrecht')),
    ).toMatchObject({ changed: 2, same: 1 })
  })

  it('keeps the people whose lines are all well, and of the others nothing', async () => {
    const file = `${FILE}\r\n;dienst-2;RCPS Midden;NERGENS;rcps;\r\n;dienst-4;te veel;NAZMN;rcps;;\r\n`
    const tried = await report(file, { run: 'try' })
    const kept = await report(file)
    expect(kept).toEqual({ ...tried, kept: true })
    expect(kept).toMatchObject({ rows: 6, added: 2, faulty: 4 })
    expect(kept.faults).toEqual([
      { line: 3, field: null, code: 'half' },
      { line: 4, field: null, code: 'half' },
      { line: 6, field: 'organisation', code: 'unknown' },
      { line: 7, field: null, code: 'columns' },
    ])
    expect((await rows('memberships')).map((one) => 'org' in one && one.org)).not.toContain('nazmn')
  })

  it('neither touches an administrator nor lets a disabled person in', async () => {
    await report(FILE)
    const people = await rows('people')
    const idOf = (label: string) => {
      const found = people.find((one) => 'label' in one && one.label === label)
      return found && 'id' in found ? found.id : ''
    }
    await admin.browser.ask('POST', `/api/admin/people/${idOf('RCPS Midden')}/disable`)
    const roles = { memberships: [{ role: 'admin', org: 'umc-utrecht' }] }
    await admin.browser.ask('POST', `/api/admin/people/${idOf('Bedcoördinator, UMC Utrecht')}/roles`, roles)
    const again = await report(FILE)
    expect(again).toMatchObject({ added: 0, changed: 0, same: 1, faulty: 3 })
    expect(again.faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 admin',
      '3 disabled',
      '4 disabled',
    ])
  })

  it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['another encoding', Uint8Array.from([...bytesOf(HEAD), 10, 0xeb, 0x3b]), 'encoding'],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${FILE}`, 'utf16le')), 'encoding'],
    ['other columns', FILE.replace('role', 'functie'), 'columns'],
    ['a column twice', FILE.replace('deputy', 'role'), 'columns'],
    ['an open quote', `${FILE}\n"${';'.repeat(9000)}`, 'quotes'],
    ['a head alone', HEAD, 'empty'],
    ['nothing', '', 'empty'],
    ['100 000 lines', `${HEAD}\n${';k;Een label;NAZMN;rcps;\n'.repeat(100_000)}`, 'too-many'],
  ])('of %s is read as nothing at all', async (_, file, fault) => {
    const before = await rows('people')
    expect(await report(file)).toMatchObject({ kept: false, file: fault, added: 0 })
    expect(await rows('people')).toEqual(before)
  })

  it('is at most 16 MB, and CSV', async () => {
    expect(await codeOf(await send(new Uint8Array(16 * 1024 * 1024 + 1)))).toBe('command.too-large')
    expect(await codeOf(await send(FILE, { type: 'application/json' }))).toBe('command.media-type')
  })

  it('is for who administers all of brancard, with a passkey of the last five minutes', async () => {
    const hospital = await welcome(server, admin, 'admin', 'umc-utrecht')
    const rcps = await welcome(server, admin, 'rcps', 'nazmn')
    for (const seat of [hospital, rcps]) expect(await codeOf(await send(FILE, { seat }))).toBe('not-found')
    server.clock.now = plus(5, server.clock.now)
    for (const run of ['try', 'keep']) expect(await codeOf(await send(FILE, { run }))).toBe('session.step-up')
  })

  it('of 5 000 lines is kept in one go while others are answered', async () => {
    const file = [HEAD]
    for (let n = 0; n < 5_000; n += 1) file.push(`;post-${n};Bedcoördinator ${n};umc-utrecht;bed-desk;`)
    const from = performance.now()
    const [done, health] = await Promise.all([
      report(file.join('\n')),
      server.send('/api/health', {}).then(({ status }) => status),
    ])
    const ms = Math.round(performance.now() - from)
    expect(done).toMatchObject({ rows: 5_000, added: 5_000, faulty: 0 })
    expect(health).toBe(200)
    expect(ms).toBeLessThan(15_000)
    console.info(`5 000 people on ${dialect}: ${ms} ms`)
  }, 60_000)

  it('twice at the same time adds each person once', async () => {
    const both = await Promise.all([send(FILE), send(FILE)])
    expect(both.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    for (const { status } of both) expect([200, 429]).toContain(status)
    expect(await rows('people')).toHaveLength(4)
  })
})
