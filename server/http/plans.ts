// The day's plan: what is there to plan, asking for one, following it, taking it back, its rows. For the LCPS; every
// answer that names transfers is recorded with their codes. Mounted by app.ts under /api/plans.
import { type Context, Hono } from 'hono'
import { planObjective } from '#shared/matching/plan-objective.ts'
import { planFigures } from '#shared/matching/plan-figures.ts'
import type { WhatIf } from '#shared/matching/plan-facts.ts'
import { listAct } from '#shared/record/acts.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import type { FieldFault } from '#shared/wire/refusal.ts'
import { newPlan, type PlanAnswer, type PlanDesk, type PlanJob, type PlanRows } from '#shared/wire/plans.ts'
import { loadPlanInput } from '#server/planning/load-plan.ts'
import { jobOf, keptOf, planRows, planView, reasonsOf } from '#server/planning/plan-view.ts'
import { activePlans, lastPlan, loadPlan, type PlanLine } from '#server/store/plans.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { mayRoute } from './may-route.ts'
import { problem } from './problem.ts'
import { readRecorded } from './recorded.ts'
import { waitForPlan } from './wait-for-plan.ts'

export function planRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/', mayRoute('get /api/plans'), (c) => desk(parts, c))
  app.post('/', mayRoute('post /api/plans'), (c) => start(parts, c))
  app.get('/:id', mayRoute('get /api/plans/{id}'), (c) => follow(parts, c))
  app.delete('/:id', mayRoute('delete /api/plans/{id}'), (c) => cancel(parts, c))
  app.get('/:id/rows', mayRoute('get /api/plans/{id}/rows'), (c) => rows(parts, c))
  return app
}

const uuid = ({ hinge }: AppParts): string => {
  const bytes = hinge.random(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const codesOf = (transfers: readonly { code: string }[]): string[] => transfers.map(({ code }) => code)

async function desk(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const bed = BEDS.find((one) => one === c.req.query('bed'))
  if (bed === undefined)
    return problem(c, { code: 'command.invalid', fields: [{ field: 'bed', fault: 'enum' }] })
  const { store, now } = parts.hinge
  await parts.plans.settle()
  const { input, offers } = await readRecorded(
    parts,
    c,
    (db) => loadPlanInput(db, bed, now().toISOString(), null),
    (happened, { transfers }) => listAct(happened, 'plan.read', codesOf(transfers)),
  )
  const active = await activePlans(store.query)
  const last = keptOf(await lastPlan(store.query, bed))
  return c.json({
    bed,
    figures: planFigures(input, bed, offers),
    requests: input.requests.length,
    urgent: input.requests.filter(({ kind }) => kind === 'urgent').length,
    deviation: planObjective(input, []).deviation,
    last: last === null ? null : planView(last),
    jobs: active.filter((line) => line.bed === bed).map((line) => jobOf(line, active)),
  } satisfies PlanDesk)
}

async function start(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const body = await readBody(c, newPlan)
  if ('refused' in body) return problem(c, body.refused)
  const { bed, whatIf = null } = body.read
  const { store, now } = parts.hinge
  const loaded = await readRecorded(
    parts,
    c,
    (db) => loadPlanInput(db, bed, now().toISOString(), whatIf),
    (happened, { transfers }) => listAct(happened, 'plan.make', codesOf(transfers)),
  )
  const fields = wishFaults(whatIf, bed, loaded.input.hospitals)
  if (fields.length > 0) return problem(c, { code: 'command.invalid', fields })
  const before = keptOf(await lastPlan(store.query, bed))
  const started = await parts.plans.start({
    id: uuid(parts),
    person: c.get('signedIn').person.id,
    bed,
    whatIf,
    input: loaded.input,
    offers: loaded.offers,
    earlier: before && { id: before.id, at: before.ground.now, assignments: before.assignments },
    newId: () => uuid(parts),
  })
  if ('refused' in started) return problem(c, started.refused)
  const line = await loadPlan(store.query, started.id)
  if (line === null) return problem(c, { code: 'not-found' })
  return c.json(jobOf(line, await activePlans(store.query)) satisfies PlanJob)
}

/** Beds that a hospital does not have cannot be more or fewer. */
function wishFaults(
  whatIf: WhatIf | null,
  bed: Bed,
  hospitals: readonly { id: string; capacity: Partial<Record<Bed, unknown>> }[],
): FieldFault[] {
  return (whatIf?.beds ?? []).flatMap(({ hospital }, at) => {
    const has = hospitals.find(({ id }) => id === hospital)?.capacity[bed] !== undefined
    return has ? [] : [{ field: `whatIf.beds.${at}.hospital`, fault: 'not-applicable' as const }]
  })
}

async function follow(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const found = await waitForPlan(parts, c)
  if (found === null) return problem(c, { code: 'not-found' })
  const kept = keptOf(found)
  const job = jobOf(found, await activePlans(parts.hinge.store.query))
  return c.json({ job, plan: kept && planView(kept) } satisfies PlanAnswer)
}

async function cancel(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const line: PlanLine | null = await loadPlan(parts.hinge.store.query, c.req.param('id') ?? '')
  if (line === null) return problem(c, { code: 'not-found' })
  if (!(await parts.plans.cancel(line.id)))
    return problem(c, { code: 'step.refused', facts: { state: line.state } })
  return c.body(null, 204)
}

async function rows(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const { store, now } = parts.hinge
  const kept = keptOf(await loadPlan(store.query, c.req.param('id') ?? ''))
  if (kept === null) return problem(c, { code: 'not-found' })
  const after = Number(c.req.query('after') ?? '0')
  if (!Number.isInteger(after) || after < 0)
    return problem(c, { code: 'command.invalid', fields: [{ field: 'after', fault: 'range', min: 0 }] })
  // A thread may have to explain it: not inside a transaction.
  const reasons = await reasonsOf(store.query, parts.plans, kept)
  const found = await readRecorded(
    parts,
    c,
    (db) =>
      planRows(db, kept, reasons, {
        person: c.get('signedIn').person,
        after,
        now: now().toISOString(),
      }),
    (happened, { transfers }) => listAct(happened, 'plan.read', codesOf(transfers)),
  )
  return c.json({ rows: found.rows, next: found.next } satisfies PlanRows)
}
