// Durable commands a second: the product (embedded store, one synced commit each) and a bare server that appends and
// syncs, in turn, the same bodies from the same number of clients.
import { places } from '#test/support/builders.ts'
import { Caller } from '#test/support/faults/caller.ts'
import { at } from '#test/support/faults/result.ts'
import { startChild } from './child.ts'

const CLIENTS = 16
const TURNS = 5

export async function durable(
  dirs: [string, string],
  seconds: number,
): Promise<{ product: number; bare: number }> {
  const product = await startChild('scripts/bench-live/serve.ts', dirs[0])
  const bare = await startChild('scripts/bench-live/bare.ts', dirs[1])
  const callers = await Promise.all(
    Array.from({ length: CLIENTS }, () => new Caller(product.url).signIn(`bed-desk@${places.to}`)),
  )
  const bares = callers.map(() => new Caller(bare.url))
  const rates = { product: [] as number[], bare: [] as number[] }
  for (let turn = 0; turn < TURNS; turn += 1) {
    rates.product.push(await rate(callers, '/api/commands', seconds / TURNS))
    rates.bare.push(await rate(bares, '/write', seconds / TURNS))
  }
  for (const caller of [...callers, ...bares]) caller.close()
  await product.end()
  await bare.end()
  return { product: at(0.5, rates.product), bare: at(0.5, rates.bare) }
}

async function rate(callers: readonly Caller[], path: string, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(
    callers.map(async (caller, n) => {
      while (performance.now() < until) {
        const command = caller.command('beds.report', {
          hospital: places.to,
          bed: 'ic',
          operational: 500,
          occupied: n,
          crisis: 0,
          boss: 0,
          addable24h: 0,
          intakeStop: null,
        })
        const answer = await caller.ask('POST', path, command)
        if (answer?.status !== 200) throw new Error(`${path}: ${answer?.status} ${answer?.body}`)
        done += 1
      }
    }),
  )
  return done / seconds
}
