// F10: the server is killed (SIGKILL) at random points while clients post. Every command that was answered is there
// after the restart with the same answer, nothing twice; the others are completed by sending them again.
import { randomUUID } from 'node:crypto'
import { hospitals } from '#shared/reference/hospitals.ts'
import { openStore } from '#server/store/open-store.ts'
import { aRequest } from '#test/support/builders.ts'
import { Caller, type Sent } from './caller.ts'
import { newPlace } from './place.ts'
import { freePort, startReal } from './real-server.ts'
import { at, type Choice, type Shown, sleep, storeName } from './result.ts'

const CLIENTS = 6
/** Milliseconds a server lives before it is killed: from its first request to well under way. */
const LIVES = { least: 5, most: 250 }

/** An answered command, and what the server said. */
type Told = { sent: Sent; answer: string }
type Run = { told: Told[]; over: boolean; retried: number }

export async function killed(cluster: string | null, kills: number): Promise<Shown> {
  const place = await newPlace(cluster)
  const port = await freePort()
  const run: Run = { told: [], over: false, retried: 0 }
  try {
    let server = await startReal(place.choice, port)
    const callers = await Promise.all(
      hospitals
        .filter(({ hasIc }) => hasIc)
        .slice(0, CLIENTS)
        .map(({ id }) => new Caller(server.url).signIn(`intensivist@${id}`)),
    )
    const working = callers.map((caller) => work(caller, run))
    const recoveries: number[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(LIVES.least + Math.random() * (LIVES.most - LIVES.least))
      await server.end('SIGKILL')
      const dead = performance.now()
      server = await startReal(place.choice, port)
      recoveries.push(performance.now() - dead)
    }
    run.over = true
    await Promise.all(working)
    for (const caller of callers) caller.close()
    await server.end('SIGTERM')
    const wrong = await compare(place.choice, run.told)
    return {
      fault: 'F10',
      on: storeName(place.choice),
      done: `kill -9 at ${kills} random points, ${CLIENTS} clients posting`,
      figures:
        `${run.told.length} commands answered, lost ${wrong.lost}, twice ${wrong.twice}; ${run.retried} sent again; ` +
        `recovery p95 ${(at(0.95, recoveries) / 1000).toFixed(2)} s`,
      holds: wrong.lost === 0 && wrong.twice === 0 && run.told.length > kills,
    }
  } finally {
    run.over = true
    await place.drop()
  }
}

/** Files requests one after another, each until it is answered. */
async function work(caller: Caller, run: Run): Promise<void> {
  while (!run.over) {
    const request = aRequest({ readyFrom: new Date().toISOString() })
    const sent = caller.command('transfer.submit', { transfer: randomUUID(), request })
    let tries = 0
    const receipt = await caller.deliver(sent, () => {
      tries += 1
    })
    if (tries > 1) run.retried += 1
    if (receipt === null) throw new Error('a request was refused')
    run.told.push({ sent, answer: JSON.stringify(receipt) })
  }
}

async function compare(choice: Choice, told: readonly Told[]): Promise<{ lost: number; twice: number }> {
  const store = await openStore(choice, () => new Date())
  const commands = await store.query.selectFrom('commands').select(['id', 'answer']).execute()
  const answers = new Map(commands.map(({ id, answer }) => [id, answer]))
  const filed = await store.query
    .selectFrom('events')
    .select(['subject_id', 'command'])
    .where('name', '=', 'transfer.submitted')
    .execute()
  const transfers = new Set(
    (await store.query.selectFrom('transfers').select('id').execute()).map(({ id }) => id),
  )
  await store.close()
  const effects = new Map<string, number>()
  for (const { command } of filed) effects.set(command, (effects.get(command) ?? 0) + 1)
  const isThere = ({ sent, answer }: Told) =>
    answers.get(sent.id) === answer &&
    transfers.has((sent.payload as { transfer: string }).transfer) &&
    effects.has(sent.id)
  return {
    lost: told.filter((one) => !isThere(one)).length,
    twice: [...effects.values()].filter((count) => count > 1).length,
  }
}
