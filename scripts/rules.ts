// `npm run -s rules < case.json`: answers one rulebook case, or an array of them, on stdout as JSON.
// Bad input: one line on stderr that names case and field, exit 2. A rule without an answer yet: exit 3.
import { text as readAll } from 'node:stream/consumers'
import * as z from 'zod/mini'
import { type Issue, rulebook } from '#shared/rulebook.ts'

const BAD_INPUT = 2
const NOT_BUILT = 3
const PLAN = 'plan'

/** `id` and `expected` are the vectors' own; they change nothing. */
const caseSchema = z.strictObject({
  rule: z.enum([...rulebook.keys(), PLAN]),
  input: z.unknown(),
  id: z.exactOptional(z.unknown()),
  expected: z.exactOptional(z.unknown()),
})

class Refusal extends Error {
  readonly exitCode: number

  constructor(exitCode: number, message: string) {
    super(message.replaceAll(/\s+/g, ' '))
    this.exitCode = exitCode
  }
}

/** One bad case fails all: nothing is printed until every case has its decision. */
function answerAll(text: string): unknown {
  const asked = parsed(text)
  const cases = Array.isArray(asked) ? asked : [asked]
  const decisions = cases.map(decisionOn)
  const unbuilt = decisions.indexOf(undefined)
  if (unbuilt >= 0) throw new Refusal(NOT_BUILT, `case ${unbuilt}: rule: plan: not built yet`)
  return Array.isArray(asked) ? decisions : decisions[0]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (fault) {
    throw new Refusal(BAD_INPUT, `case 0: not JSON: ${fault instanceof Error ? fault.message : fault}`)
  }
}

function decisionOn(item: unknown, index: number): unknown {
  const read = caseSchema.safeParse(item)
  if (!read.success) throw badInput(index, read.error.issues[0], [])
  const { rule, input } = read.data
  const answer = rulebook.get(rule)?.(input) ?? { decision: undefined }
  if ('decision' in answer) return answer.decision
  throw badInput(index, answer.issues[0], ['input'])
}

function badInput(index: number, issue: Issue | undefined, under: readonly string[]): Refusal {
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const field = [...under, ...(issue?.path ?? []), ...unknownKey].map(String).join('.') || 'case'
  const what = unknownKey.length > 0 ? 'unknown field' : issue?.message
  return new Refusal(BAD_INPUT, `case ${index}: ${field}: ${what}`)
}

z.config(z.locales.en())
try {
  const decisions = answerAll(await readAll(process.stdin))
  process.stdout.write(`${JSON.stringify(decisions)}\n`)
} catch (fault) {
  if (!(fault instanceof Refusal)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = fault.exitCode
}
