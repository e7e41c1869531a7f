// The server's start: configuration, reference data, store, demo or first administrator, socket; its end on a signal.
// `node server/main.ts --demo`, or in earnest without it.
import { existsSync } from 'node:fs'
import { checkReference, problemLine } from '#shared/reference/check-reference.ts'
import { shippedReference } from '#shared/reference/shipped-reference.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { type Config, readConfig } from './config.ts'
import { log } from './log.ts'
import { playMorning } from './demo/morning.ts'
import { demoPeople } from './demo/people.ts'
import { renewExamples, seedWhenEmpty } from './demo/seed.ts'
import type { AppParts } from './http/app-env.ts'
import { listen, makeParts, outside, type Running, startChores } from './start.ts'
import { setupLink } from './sign-in/invites.ts'
import { claimPurpose } from './sign-in/purpose.ts'
import { openStore } from './store/open-store.ts'
import { StartError, type Store } from './store/store.ts'

const DIST = 'dist'

async function start(config: Config): Promise<Running> {
  const problems = checkReference(shippedReference)
  if (problems.length > 0) throw new StartError(problemLine(problems))
  const parts = await prepare(await openStore(config, outside.now), config)
  const running = await listen(parts, config.port, config.host, config.serve?.door)
  const chores = startChores(parts)
  return {
    ...running,
    async close() {
      await chores.close()
      await running.close()
    },
  }
}

async function prepare(store: Store, { push, serve }: Config): Promise<AppParts> {
  try {
    await claimPurpose(store, serve === null ? 'demo' : 'serve')
    if (serve === null) await fillDemo(store, outside.now())
    const dist = existsSync(DIST) ? DIST : null
    return await makeParts(store, decisions, dist, outside, push, serve?.signIn ?? null)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function fillDemo(store: Store, now: Date): Promise<void> {
  if (await seedWhenEmpty(store, now)) await playMorning(store, decisions, demoPeople(), now)
  else await renewExamples(store, now)
}

async function greet({ parts, url }: Running): Promise<void> {
  const { own } = parts.access
  if (own === null) {
    console.log(`brancard draait op ${url} (demo, fictieve cijfers)`)
    return
  }
  const { store, random, now } = parts.hinge
  const link = await setupLink({ now: now(), random, origin: own.origin }, store)
  const first = link === null ? [] : [`eerste beheerder: ${link} (eenmalig, 24 uur geldig)`]
  console.log([`brancard draait op ${own.origin.origin}`, ...first].join('\n'))
}

try {
  const config = readConfig(process.env, process.argv.slice(2))
  if (config.serve !== null) log.level = process.env.LOG_LEVEL ?? 'info'
  const running = await start(config)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void running.close().then(() => process.exit(0))
    })
  await greet(running)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(`brancard start niet: ${error.message}`)
  process.exitCode = 1
}
