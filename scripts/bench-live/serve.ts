// The product's server for the bench: as serve-bare.ts, and it says on stdout, where SAY_COMMITS is `yes`, when a
// command was committed (`commit <ns>`, the machine's monotonic clock) and, on SIGUSR2, what it holds in memory (`memory <bytes>`).
import { decisions } from '#shared/wire/decisions.ts'
import { readConfig } from '#server/config.ts'
import { seedWhenEmpty } from '#server/demo/seed.ts'
import { listen, makeParts, outside } from '#server/start.ts'
import { openStore } from '#server/store/open-store.ts'
import { sayMemory } from './memory.ts'

const config = readConfig(process.env, process.argv.slice(2))
const store = await openStore(config, outside.now)
await seedWhenEmpty(store, outside.now())
const parts = await makeParts(store, decisions, null, outside)
const { notify } = store
// The hinge calls it right after the commit.
if (process.env.SAY_COMMITS === 'yes')
  store.notify = () => {
    const at = process.hrtime.bigint()
    notify()
    process.stdout.write(`commit ${at}\n`)
  }
const running = await listen(parts, config.port, config.host)
sayMemory()
console.log(running.url)
process.once('SIGTERM', () => {
  void running.close().then(() => process.exit(0))
})
