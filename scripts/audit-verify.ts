// `npm run -s audit:verify [-- <place>:<hash> …]`: holds the record against its chain. Exit 0 when every line stands as
// it was written; 1 with a line of text for each that was changed, removed or put in. A place and hash that were noted
// elsewhere, from an earlier run or from the log, also show a chain that was written anew.
import { readConfig } from '#server/config.ts'
import { verifyRecord } from '#server/record/verify.ts'
import { openBeside } from '#server/store/open-store.ts'
import { StartError } from '#server/store/store.ts'

const WHAT = {
  changed: 'was changed after it was sealed',
  removed: 'is gone',
  inserted: 'was put in afterwards',
  'place-removed': 'the chain misses this place',
  'other-checkpoint': 'had another hash when it was noted',
} as const

function expectedOf(args: readonly string[]): Record<number, string> {
  return Object.fromEntries(
    args.map((arg) => {
      const [, n, hash] = /^(\d+):([0-9a-f]{64})$/.exec(arg) ?? []
      if (n === undefined || hash === undefined) throw new StartError(`not a place and its hash: ${arg}`)
      return [n, hash]
    }),
  )
}

try {
  const expected = expectedOf(process.argv.slice(2))
  const store = await openBeside(readConfig(process.env, ['--demo']))
  const { lines, unsealed, head, faults } = await verifyRecord(store.query, expected)
  await store.close()
  for (const { line, what, n } of faults)
    console.error(
      `${line === null ? '' : `line ${line}`}${n === null ? '' : ` (place ${n})`}: ${WHAT[what]}`.trim(),
    )
  console.log(`${lines} lines in the chain, ${unsealed} not sealed yet, head ${head.n}:${head.hash}`)
  if (faults.length > 0) process.exitCode = 1
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(`brancard: ${error.message}`)
  process.exitCode = 2
}
