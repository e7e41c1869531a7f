// `node scripts/bench-plan/served.ts [requests]`: how long other calls wait while a server makes the day's plan. A server
// in a process of its own, the same calls idle and while it plans, in turn; the client's own work is in both.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { hospital, hospitals } from '#shared/reference/hospitals.ts'
import type { PlanAnswer, PlanJob } from '#shared/wire/plans.ts'
import { aWardRequest } from '#test/support/builders.ts'
import { startServer } from '#test/support/server-process.ts'

const REQUESTS = Number(process.argv[2] ?? 300)
const ROUNDS = 12
const CALLERS = 60
/** Each of two who ask at once breathes so long between calls. */
const BREATH_MS = 6

const AT = '2026-11-21T09:40:00Z'
const begun = Date.now()
const now = (): string => new Date(Date.parse(AT) + Date.now() - begun).toISOString()
const server = await startServer(AT)

type Ask = (path: string, body?: unknown) => Promise<unknown>
const known = new Map<string, Promise<Ask>>()
const as = (person: string): Promise<Ask> => {
  const found = known.get(person) ?? signIn(person)
  known.set(person, found)
  return found
}

async function signIn(person: string): Promise<Ask> {
  const headers = { 'content-type': 'application/json', origin: server.url }
  const answer = await fetch(`${server.url}/api/session/demo`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ person }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async (path, body) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const got = await fetch(server.url + path, { ...init, headers: { ...headers, cookie } })
    if (!got.ok) throw new Error(`${person} ${path}: ${got.status} ${await got.text()}`)
    return got.json()
  }
}

const command = async (person: string, name: string, payload: unknown): Promise<unknown> =>
  (await as(person))('/api/commands', { id: randomUUID(), name, at: now(), payload })

const PURPOSES = ['spreading', 'spreading', 'spreading', 'return', 'specialist-care'] as const

async function handOver(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const from = hospitals[n % hospitals.length]?.id ?? ''
    const transfer = randomUUID()
    const request = aWardRequest({ readyFrom: now(), purpose: PURPOSES[n % 5] ?? 'spreading' })
    await command(`ward-staff@${from}`, 'transfer.submit', { transfer, request })
    await command(`rcps@${hospital(from)?.region}`, 'transfer.hand-over', { transfer, note: 'Vol.' })
  }
}

/** What one looks up while a request is filed, and who one is, by many people in turn until it is over. */
async function askUntil(over: () => boolean, into: number[]): Promise<void> {
  const people = await Promise.all(hospitals.slice(0, CALLERS).map(({ id }) => as(`ward-staff@${id}`)))
  let turn = 0
  const one = async (): Promise<void> => {
    while (!over()) {
      turn += 1
      const ask = people[turn % people.length]
      const began = performance.now()
      await ask?.(turn % 2 === 0 ? '/api/hfno' : '/api/session')
      into.push(performance.now() - began)
      await pause(BREATH_MS)
    }
  }
  await Promise.all([one(), one()])
}

async function plan(lcps: Ask): Promise<number> {
  const began = performance.now()
  const { id } = (await lcps('/api/plans', { bed: 'ward' })) as PlanJob
  for (let seen = ''; ; ) {
    const { job } = (await lcps(`/api/plans/${id}?wait=20&seen=${seen}`)) as PlanAnswer
    if (job.state === 'failed') throw new Error(`no plan: ${job.failure}`)
    if (job.ended !== null) return (performance.now() - began) / 1000
    seen = `${job.state}:${job.stage ?? ''}`
  }
}

const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const ms = (value: number): string => `${value.toFixed(1)} ms`

try {
  await handOver(REQUESTS)
  const lcps = await as('lcps@nl')
  const idle: number[] = []
  const solving: number[] = []
  const seconds: number[] = [await plan(lcps)]
  for (let round = 0; round < ROUNDS; round += 1) {
    const made = plan(lcps)
    let isOver = false
    void made.finally(() => {
      isOver = true
    })
    await askUntil(() => isOver, solving)
    seconds.push(await made)
    const until = performance.now() + 1000 * (seconds.at(-1) ?? 1)
    await askUntil(() => performance.now() > until, idle)
  }
  const ratio = (part: number) => `${(at(solving, part) / at(idle, part)).toFixed(2)} ×`
  console.log(
    `${REQUESTS} requests, ${ROUNDS} plans: first ${seconds[0]?.toFixed(2)} s, median ${at(seconds, 0.5).toFixed(2)} s from asking to answer`,
  )
  console.log('| other calls | idle | while it plans | ratio |\n|---|---|---|---|')
  for (const [name, part] of [
    ['p50', 0.5],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const)
    console.log(
      `| ${name} (${idle.length} and ${solving.length} calls) | ${ms(at(idle, part))} | ${ms(at(solving, part))} | ${ratio(part)} |`,
    )
} finally {
  await server.stop()
}
