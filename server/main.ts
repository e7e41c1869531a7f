// The server's start: configuration, reference data, store, demo, socket; and its end on a signal.
// `node server/main.ts --demo`.
import { existsSync } from 'node:fs'
import { checkReference, problemLine } from '#shared/reference/check-reference.ts'
import { shippedReference } from '#shared/reference/shipped-reference.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { type Config, readConfig } from './config.ts'
import { playMorning } from './demo/morning.ts'
import { demoPeople } from './demo/people.ts'
import { renewExamples, seedWhenEmpty } from './demo/seed.ts'
import type { AppParts } from './http/app-env.ts'
import { listen, makeParts, outside, type Running, startChores } from './start.ts'
import { openStore } from './store/open-store.ts'
import { StartError, type Store } from './store/store.ts'

const DIST = 'dist'

async function start(config: Config): Promise<Running> {
  const problems = checkReference(shippedReference)
  if (problems.length > 0) throw new StartError(problemLine(problems))
  const parts = await prepare(await openStore(config, outside.now), config)
  const running = await listen(parts, config.port, config.host)
  const chores = startChores(parts)
  return {
    ...running,
    async close() {
      await chores.close()
      await running.close()
    },
  }
}

async function prepare(store: Store, { push }: Config): Promise<AppParts> {
  try {
    const now = outside.now()
    if (await seedWhenEmpty(store, now)) await playMorning(store, decisions, demoPeople(), now)
    else await renewExamples(store, now)
    return await makeParts(store, decisions, existsSync(DIST) ? DIST : null, outside, push)
  } catch (error) {
    await store.close()
    throw error
  }
}

try {
  const running = await start(readConfig(process.env, process.argv.slice(2)))
  console.log(`brancard draait op ${running.url} (demo, fictieve cijfers)`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void running.close().then(() => process.exit(0))
    })
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(`brancard start niet: ${error.message}`)
  process.exitCode = 1
}
