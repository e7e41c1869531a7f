// `npm run -s audit:export [-- --from <day> --until <day>] > record.ndjson`: the record as FHIR R4 AuditEvents, one a
// line, oldest first; days in UTC, `until` included. That it was handed out is itself recorded.
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { type AuditLine, auditEvent } from '#shared/record/fhir.ts'
import { BY_ITSELF, OTHER_ACTS } from '#shared/record/act.ts'
import { otherAct } from '#shared/record/acts.ts'
import { readConfig } from '#server/config.ts'
import { linesFrom, saveAct } from '#server/store/record.ts'
import { openBeside } from '#server/store/open-store.ts'
import { StartError, type Store } from '#server/store/store.ts'

const PAGE = 1000

function dayOf(text: string | undefined, otherwise: string): string {
  if (text === undefined) return otherwise
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new StartError(`not a day: ${text}`)
  return text
}

async function write(store: Store, from: string, until: string): Promise<number> {
  let count = 0
  for (let after = 0; ; ) {
    const lines = await linesFrom(store.query, { after, from, until: `${until}T23:59:59.999Z` }, PAGE)
    const last = lines.at(-1)
    if (last === undefined) return count
    process.stdout.write(lines.map((line) => `${JSON.stringify(auditEvent(line as AuditLine))}\n`).join(''))
    after = last.id
    count += lines.length
  }
}

try {
  const { values } = parseArgs({ options: { from: { type: 'string' }, until: { type: 'string' } } })
  const from = dayOf(values.from, '0000-01-01')
  const until = dayOf(values.until, '9999-12-31')
  const store = await openBeside(readConfig(process.env, ['--demo']))
  const happened = {
    at: new Date().toISOString(),
    person: { id: `operator:${userInfo().username}`, memberships: [] },
    via: BY_ITSELF,
  }
  const about = { subject: 'record', subjectId: `${from}/${until}`, basis: 'role' } as const
  await saveAct(store.query, otherAct(happened, 'record.export', OTHER_ACTS['record.export'], about))
  const count = await write(store, from, until)
  await store.close()
  console.error(`${count} lines`)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(`brancard: ${error.message}`)
  process.exitCode = 2
}
