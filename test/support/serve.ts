// A real server process for the browser stories: own data directory, free loopback port, the demo's figures without
// its morning, and a clock that starts at a given instant. A line on stdin sets the clock anew.
// `node test/support/serve.ts <data dir> <instant>`
import { createInterface } from 'node:readline'
import { decisions } from '#shared/wire/decisions.ts'
import { seedWhenEmpty } from '#server/demo/seed.ts'
import { listen, makeParts, outside } from '#server/start.ts'
import { openStore } from '#server/store/open-store.ts'

const [dataDir = '', startsAt = ''] = process.argv.slice(2)
let ahead = Date.parse(startsAt) - Date.now()
const now = () => new Date(Date.now() + ahead)

const store = await openStore({ dataDir, databaseUrl: null }, now)
await seedWhenEmpty(store, now())
const parts = await makeParts(store, decisions, 'dist', { ...outside, now })
const running = await listen(parts, 0, '127.0.0.1')
console.log(running.url)

createInterface({ input: process.stdin }).on('line', (line) => {
  ahead = Date.parse(line) - Date.now()
})
process.once('SIGTERM', () => {
  void running.close().then(() => process.exit(0))
})
