// `npm run -s retention`: lets old data go now and prints what went. `-- hold <transfer id> <reason>` keeps everything
// of one transfer, for as long as the law asks; `-- lift <transfer id>` ends that. Both are recorded.
import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { BY_ITSELF } from '#shared/record/act.ts'
import { otherAct } from '#shared/record/acts.ts'
import { readConfig } from '#server/config.ts'
import { purgeAll } from '#server/retention/retention.ts'
import { saveAct } from '#server/store/record.ts'
import { openBeside } from '#server/store/open-store.ts'
import { isHeld, liftHold, saveHold } from '#server/store/retention.ts'
import { StartError, type Store } from '#server/store/store.ts'
import { loadTransfer } from '#server/store/transfers.ts'

const person = `operator:${userInfo().username}`

function hold(store: Store, transfer: string, reason: string, at: string): Promise<string> {
  if (reason.trim() === '') throw new StartError('a legal hold needs a reason')
  return store.transaction(async ({ db }) => {
    const row = await loadTransfer(db, transfer)
    if (row === null) throw new StartError(`no such transfer: ${transfer}`)
    if (await isHeld(db, transfer)) throw new StartError('it is held already')
    await saveHold(db, { id: randomUUID(), transfer, reason, person, at })
    await record(db, 'retention.hold', transfer, row.code, at)
    return `held: ${transfer}`
  })
}

function lift(store: Store, transfer: string, at: string): Promise<string> {
  return store.transaction(async ({ db }) => {
    if (!(await liftHold(db, transfer, at, person))) throw new StartError('it is not held')
    const row = await loadTransfer(db, transfer)
    await record(db, 'retention.lift', transfer, row?.code ?? null, at)
    return `no longer held: ${transfer}`
  })
}

const record = (db: Store['query'], event: string, transfer: string, code: string | null, at: string) =>
  saveAct(
    db,
    otherAct({ at, person: { id: person, memberships: [] }, via: BY_ITSELF }, event, 'U', {
      subject: 'transfer',
      subjectId: transfer,
      transfer,
      code,
      basis: 'role',
    }),
  )

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
