// `npm run -s retention`: lets old data go now and prints what went. `-- hold <transfer id> <reason>` keeps everything
// of one transfer, for as long as the law asks; `-- lift <transfer id>` ends that. Both are recorded.
import { userInfo } from 'node:os'
import { BY_ITSELF } from '#shared/record/act.ts'
import { readConfig } from '#server/config.ts'
import { layHold, liftHoldOf } from '#server/retention/legal-hold.ts'
import { purgeAll } from '#server/retention/retention.ts'
import { openBeside } from '#server/store/open-store.ts'
import { StartError, type Store } from '#server/store/store.ts'

const happened = (at: string) => ({
  at,
  person: { id: `operator:${userInfo().username}`, memberships: [] },
  via: BY_ITSELF,
})

async function hold(store: Store, transfer: string, reason: string, at: string): Promise<string> {
  if (reason.trim() === '') throw new StartError('a legal hold needs a reason')
  const came = await layHold(store, happened(at), transfer, reason)
  if (came === 'absent') throw new StartError(`no such transfer: ${transfer}`)
  if (came === 'held') throw new StartError('it is held already')
  return `held: ${transfer}`
}

async function lift(store: Store, transfer: string, at: string): Promise<string> {
  if ((await liftHoldOf(store, happened(at), transfer)) !== 'done') throw new StartError('it is not held')
  return `no longer held: ${transfer}`
}

try {
  const [what, transfer = '', ...reason] = process.argv.slice(2)
  if (what !== undefined && what !== 'hold' && what !== 'lift') throw new StartError(`no such thing: ${what}`)
  const store = await openBeside(readConfig(process.env, ['--demo']))
  const now = new Date().toISOString()
  try {
    if (what === 'hold') console.log(await hold(store, transfer, reason.join(' '), now))
    else if (what === 'lift') console.log(await lift(store, transfer, now))
    else console.log(JSON.stringify(await purgeAll(store, now)))
  } finally {
    await store.close()
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(`brancard: ${error.message}`)
  process.exitCode = 2
}
