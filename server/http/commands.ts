// POST /api/commands: the one door for everything that changes data. Shape here, meaning in the hinge.
import { hash as digest } from 'node:crypto'
import type { Handler } from 'hono'
import { asksPasskey } from '#shared/access/may.ts'
import { type Command, DOOR_COMMANDS, envelope, payloads } from '#shared/wire/command.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { textFaults } from '#shared/wire/text-faults.ts'
import { perform } from '#server/perform.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readJson } from './body.ts'
import { fieldFaults } from './field-faults.ts'
import { problem } from './problem.ts'
import { isCrewStep, type RateLimits, refuseFast } from './rate-limit.ts'
import { viaOf } from './recorded.ts'

export const postCommand =
  (parts: AppParts, rates: RateLimits): Handler<AppEnv> =>
  async (c) => {
    const { person, freshUntil } = c.get('signedIn')
    const body = await readJson(c)
    const read = 'refused' in body ? body : readCommand(body.json)
    const isCounted = 'refused' in read || !isCrewStep(person, read.command.name)
    const wait = isCounted ? await rates.forPerson(person) : null
    if (wait !== null) return refuseFast(c, wait)
    if ('refused' in body) return problem(c, body.refused)
    if ('refused' in read) return problem(c, read.refused)
    if (parts.access.own !== null && asksPasskey(read.command.name) && freshUntil === null)
      return problem(c, { code: 'session.step-up' })
    const hash = hashOf(person.id, body.json)
    const sent = { person, command: read.command, hash, via: viaOf(parts, c) }
    const outcome = await perform(parts.hinge, sent)
    return 'refused' in outcome ? problem(c, outcome.refused) : c.json(outcome)
  }

const isCommandName = (name: string): name is (typeof DOOR_COMMANDS)[number] =>
  DOOR_COMMANDS.some((known) => known === name)

function readCommand(json: unknown): { command: Command } | { refused: Refusal } {
  const outer = envelope.safeParse(json)
  if (!outer.success) return refuse('command.invalid', { fields: fieldFaults(outer.error.issues, json) })
  const { id, name, at, skew, payload } = outer.data
  if (!isCommandName(name)) return refuse('command.unknown')
  const inner = payloads[name].safeParse(payload)
  if (!inner.success)
    return refuse('command.invalid', { fields: fieldFaults(inner.error.issues, payload, 'request') })
  const identifying = textFaults(inner.data).map((fault) => ({
    ...fault,
    field: fault.field.replace(/^request\./, ''),
  }))
  if (identifying.length > 0) return refuse('text.identity', { fields: identifying })
  const clock = skew === undefined ? {} : { skew }
  return { command: { id, name, at, ...clock, payload: inner.data } as Command }
}

/** The same person and the same facts, in whatever order the keys came. */
const hashOf = (person: string, json: unknown): string =>
  digest('sha256', JSON.stringify([person, sorted(json)]))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
