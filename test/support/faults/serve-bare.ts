// The server with the demo's figures and without its morning and chores: an empty list to work on. Started by the
// faults and the bench; settings as server/main.ts.
import { decisions } from '#shared/wire/decisions.ts'
import { readConfig } from '#server/config.ts'
import { seedWhenEmpty } from '#server/demo/seed.ts'
import { listen, makeParts, outside } from '#server/start.ts'
import { openStore } from '#server/store/open-store.ts'

const config = readConfig(process.env, process.argv.slice(2))
const store = await openStore(config, outside.now)
await seedWhenEmpty(store, outside.now())
const running = await listen(await makeParts(store, decisions, null, outside), config.port, config.host)
console.log(running.url)
process.once('SIGTERM', () => {
  void running.close().then(() => process.exit(0))
})
