import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

function ask(input: unknown) {
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/rules.ts'], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const refused = (status: number, line: RegExp) => ({
  status,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^${line.source}[^\\n]*\\n$`)),
})

const route = { rule: 'route', input: { kind: 'planned', phase: '1a' } }
const routed = { verification: 'none', search: ['region'], coordinators: ['rcps'] }

describe('the rules command', () => {
  it('answers one case with one decision', () => {
    expect(ask(route)).toEqual({ status: 0, stdout: `${JSON.stringify(routed)}\n`, stderr: '' })
  })

  it('answers an array in order, the vectors’ own fields beside', () => {
    const vectors: unknown[] = JSON.parse(
      readFileSync(new URL('../vectors/phase.json', import.meta.url), 'utf8'),
    )
    const answer = ask([...vectors, route])
    expect(answer.status).toBe(0)
    const decisions: unknown[] = JSON.parse(answer.stdout)
    expect(decisions).toHaveLength(vectors.length + 1)
    expect(decisions[0]).toEqual({ allowed: false, mandate: 'db-lnaz', reasons: ['same-phase'] })
    expect(decisions.at(-1)).toEqual(routed)
    expect(ask([]).stdout).toBe('[]\n')
  })

  it('fails the whole array for one bad case, naming case and field', () => {
    const bad = { rule: 'route', input: { kind: 'urgent', phase: '1a' } }
    expect(ask([route, route, bad])).toEqual(refused(2, /case 2: input\.ground: /))
  })

  const request = {
    id: 'q1',
    from: 'elsewhere',
    bed: 'ic',
    kind: 'planned',
    purpose: 'return',
    hfno: false,
    isolation: false,
  }
  const match = {
    request,
    hospitals: [],
    phase: '2a',
    exempt: [],
    current: {},
    now: '2026-03-17T16:50:33Z',
  }
  it.each([
    ['an unknown rule', { rule: 'weather', input: {} }, /case 0: rule: /],
    ['a missing rule', { input: {} }, /case 0: rule: /],
    ['a missing input', { rule: 'route' }, /case 0: input: /],
    ['an unknown field of the case', { ...route, note: 1 }, /case 0: note: unknown field/],
    [
      'an unknown field',
      { rule: 'route', input: { ...route.input, note: 1 } },
      /case 0: input\.note: unknown field/,
    ],
    [
      'an unknown field far inside',
      { rule: 'transport', input: { bed: 'ic', distanceKm: 1, phase: '1a', fleet: { tram: 1 } } },
      /case 0: input\.fleet\.tram: unknown field/,
    ],
    [
      'an unknown enum value',
      { rule: 'route', input: { kind: 'planned', phase: '2e' } },
      /case 0: input\.phase: /,
    ],
    [
      'a number out of range',
      { rule: 'oxygen', input: { flowLpm: 1, fio2Percent: 20, minutes: 1, cylinders: [] } },
      /case 0: input\.fio2Percent: /,
    ],
    ['an origin nobody knows', { rule: 'match', input: match }, /case 0: input\.request\.from: /],
    ['no JSON', '{"rule":\n}', /case 0: not JSON: /],
    ['nothing', '', /case 0: not JSON: /],
    ['no object', '5', /case 0: case: /],
  ])('refuses %s in one line', (_, input, line) => {
    expect(ask(input)).toEqual(refused(2, line))
  })

  const plans: { input: { hospitals: object[] }; expected: { objective: Record<string, number> } }[] =
    JSON.parse(readFileSync(new URL('../vectors/plan.json', import.meta.url), 'utf8'))

  it('answers plans among other cases, in order', () => {
    const [first, second] = plans
    const { status, stdout } = ask([route, first, route, second])
    expect(status).toBe(0)
    const [before, one, between, two] = JSON.parse(stdout)
    expect([before, between]).toEqual([routed, routed])
    for (const { plan, vector } of [
      { plan: one, vector: first },
      { plan: two, vector: second },
    ]) {
      expect(plan).toMatchObject({ optimal: true, assignments: expect.any(Array) })
      for (const [figure, value] of Object.entries(vector?.expected.objective ?? { vector: Number.NaN })) {
        expect(Math.abs(plan.objective[figure] - value)).toBeLessThan(0.001)
      }
    }
  })

  it('names what is wrong with a plan’s input', () => {
    const requests = [request, { ...request, id: 'q2', bed: 'ward' }]
    const { request: _, ...day } = match
    expect(ask({ rule: 'plan', input: { ...day, requests: [request] } })).toEqual(
      refused(2, /case 0: input\.requests\.0\.from: /),
    )
    const hospitals = [{ ...plans[0]?.input.hospitals[0], id: 'elsewhere' }]
    expect(ask([route, { rule: 'plan', input: { ...day, requests, hospitals } }])).toEqual(
      refused(2, /case 1: input\.requests\.1\.bed: /),
    )
    expect(ask([plans[0], { rule: 'plan', input: {} }])).toEqual(refused(2, /case 1: input\.requests: /))
  })
})
