// `npm run -s new-epoch`: to be run once after a backup was put back. Phones then fetch everything anew and send again
// what they still hold; what the server knows already happens once all the same (docs/decisions/015).
import { randomBytes } from 'node:crypto'
import { readConfig } from '#server/config.ts'
import { loadMeta, renewEpoch } from '#server/store/meta.ts'
import { openStore } from '#server/store/open-store.ts'
import { StartError } from '#server/store/store.ts'

try {
  const store = await openStore(readConfig(process.env, ['--demo']), () => new Date())
  const { epoch } = await loadMeta(store, randomBytes)
  await renewEpoch(store, epoch, randomBytes)
  await store.close()
  console.log('a new epoch has begun')
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(`brancard: ${error.message}`)
  process.exitCode = 1
}
