// `npm run -s rules < case.json`: answers one rulebook case, or an array of them, on stdout as JSON.
// Bad input: one line on stderr that names case and field, exit 2. A plan that could not be proven the best: exit 3.
import { text as readAll } from 'node:stream/consumers'
import * as z from 'zod/mini'
import type { Plan, PlanInput } from '#shared/matching/plan.ts'
import { planSchema } from '#shared/matching/plan-input.ts'
import { asked, type Issue, rulebook } from '#shared/rulebook.ts'
import { makePlan } from '#server/plan/make-plan.ts'
import { Unproven } from '#server/plan/unproven.ts'

const BAD_INPUT = 2
const UNPROVEN = 3

/** A plan that is asked for with good input, and still to be made. */
class Awaited {
  readonly input: PlanInput

  constructor(input: PlanInput) {
    this.input = input
  }
}

const rules = new Map([...rulebook, ['plan', asked(planSchema, (input) => new Awaited(input))]])

/** `id` and `expected` are the vectors' own; they change nothing. */
const caseSchema = z.strictObject({
  rule: z.enum([...rules.keys()]),
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

/** One bad case fails all: nothing is printed until every case has its decision, and no plan is made before that. */
async function answerAll(text: string): Promise<unknown> {
  const given = parsed(text)
  const decisions = (Array.isArray(given) ? given : [given]).map(decisionOn)
  const answers: unknown[] = []
  for (const [index, decision] of decisions.entries()) {
    answers.push(decision instanceof Awaited ? await planFor(decision, index) : decision)
  }
  return Array.isArray(given) ? answers : answers[0]
}

async function planFor({ input }: Awaited, index: number): Promise<Plan> {
  try {
    return await makePlan(input)
  } catch (fault) {
    throw fault instanceof Unproven ? new Refusal(UNPROVEN, `case ${index}: plan: ${fault.message}`) : fault
  }
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
  const answer = rules.get(rule)?.(input) ?? { issues: [] }
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
  const decisions = await answerAll(await readAll(process.stdin))
  process.stdout.write(`${JSON.stringify(decisions)}\n`)
} catch (fault) {
  if (!(fault instanceof Refusal)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = fault.exitCode
}
