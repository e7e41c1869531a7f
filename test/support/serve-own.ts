// A real server for real use, as a process for the browser stories of getting in: an empty database, and `localhost`,
// for passkeys want a name. The second line it says is the first administrator's link.
// `node test/support/serve-own.ts <data dir> [providers file]`; DIST names another build than dist/.
import { createServer } from 'node:net'
import { decisions } from '#shared/wire/decisions.ts'
import { purgeAll } from '#server/retention/retention.ts'
import { setupLink } from '#server/sign-in/invites.ts'
import { readProviders } from '#server/sign-in/serve-config.ts'
import { listen, makeParts, outside } from '#server/start.ts'
import { openStore } from '#server/store/open-store.ts'

const [dataDir = '', providersFile] = process.argv.slice(2)
const port = await freePort()
const origin = `http://localhost:${port}`
const providers = providersFile === undefined ? [] : readProviders(providersFile, process.env)

const store = await openStore({ dataDir, databaseUrl: null }, outside.now)
const dist = process.env.DIST ?? 'dist'
const parts = await makeParts(store, decisions, dist, outside, undefined, { origin, providers })
const running = await listen(parts, port, '127.0.0.1')
const { now, random } = outside
console.log(origin)
console.log(await setupLink({ now: now(), random, origin: new URL(origin) }, store))

/** Old data goes, as if so many hours had passed: for who shows that a hold keeps it. */
process.on('SIGUSR2', () => {
  const later = new Date(now().getTime() + 73 * 3_600_000).toISOString()
  void purgeAll(store, later).then(({ clinical }) => console.log(`purged ${clinical}`))
})
process.once('SIGTERM', () => {
  void running.close().then(() => process.exit(0))
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
