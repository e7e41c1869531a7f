// A real server process for the browser stories: own data directory, free loopback port, the demo's figures without
// its morning unless `morning` is asked, and a clock that starts at a given instant. A line on stdin sets the clock.
// `node test/support/serve.ts <data dir> <instant> [morning]`; DIST names another build than dist/, PORT a port.
import { ServerResponse } from 'node:http'
import { createInterface } from 'node:readline'
import { decisions } from '#shared/wire/decisions.ts'
import { playMorning } from '#server/demo/morning.ts'
import { demoPeople } from '#server/demo/people.ts'
import { seedWhenEmpty } from '#server/demo/seed.ts'
import { listen, makeParts, outside, startChores } from '#server/start.ts'
import { openStore } from '#server/store/open-store.ts'

const [dataDir = '', startsAt = '', morning] = process.argv.slice(2)
let ahead = Date.parse(startsAt) - Date.now()
const now = () => new Date(Date.now() + ahead)

// The screens set their clock by this header, which Node would take from the machine's own.
const writeHead = ServerResponse.prototype.writeHead
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
  this.setHeader('date', now().toUTCString())
  return Reflect.apply(writeHead, this, given)
}

const store = await openStore({ dataDir, databaseUrl: null }, now)
await seedWhenEmpty(store, now())
if (morning === 'morning') await playMorning(store, decisions, demoPeople(), now())
const parts = await makeParts(store, decisions, process.env.DIST ?? 'dist', { ...outside, now })
const running = await listen(parts, Number(process.env.PORT ?? 0), '127.0.0.1')
const chores = startChores(parts)
console.log(running.url)

createInterface({ input: process.stdin }).on('line', (line) => {
  ahead = Date.parse(line) - Date.now()
  // What has fallen due by then has happened by then: a look that was under way may have begun at the time before.
  chores.timers
    .tick()
    .then(() => chores.timers.tick())
    .then(
      () => console.log('set'),
      (error: unknown) => console.error(error),
    )
})
process.once('SIGTERM', () => {
  void chores
    .close()
    .then(() => running.close())
    .then(() => process.exit(0))
})
