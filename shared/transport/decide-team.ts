// An extra MICU team for some days: seven vehicles become at most fourteen (plan 4.5.1.1, 4.5.2.1). Where its staff costs
// IC beds, db-lnaz decides and its secretary records; else the centre itself.
import { may } from '#shared/access/may.ts'
import type { Membership } from '#shared/access/parties.ts'
import { micuCentre } from '#shared/reference/micu-centres.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { fleetNow } from './fleet-now.ts'
import { MAX_MICU, type Team } from './vehicle-row.ts'

const GRACE_MINUTES = 5
/** Who decides what costs IC beds. */
export const TEAM_BODY = 'db-lnaz'

/** Whoever may: the centre where it costs no bed, db-lnaz in every case. */
function decidesAs({ person }: Context, centre: string, icBeds: number): Membership | null {
  const orgs = icBeds > 0 ? [TEAM_BODY] : [centre, TEAM_BODY]
  for (const org of orgs) {
    const stands = may(person, 'team.start', { kind: 'register', org })
    if (stands.sees && stands.as !== null) return stands.as
  }
  return null
}

/** Refuses: beds that are not the centre's to give, an eighth team of one centre, a fifteenth of all, a time gone by. */
export function decideStartTeam(world: World, payload: Payload<'team.start'>, context: Context): Decision {
  const { team, centre, icBeds, reason } = payload
  const [from, until] = [new Date(payload.from).toISOString(), new Date(payload.until).toISOString()]
  const base = micuCentre(centre)
  if (base === undefined) return refuse('command.invalid', { fields: [{ field: 'centre', fault: 'enum' }] })
  const as = decidesAs(context, centre, icBeds)
  if (as === null) return refuse('role.refused', { facts: icBeds > 0 ? { body: TEAM_BODY } : {} })
  if (Date.parse(from) < Date.parse(context.at) - GRACE_MINUTES * 60_000)
    return refuse('time.past', { facts: { from } })
  if (until <= from) return refuse('command.invalid', { fields: [{ field: 'until', fault: 'range' }] })
  const rows = rowsOfList(world.register, 'team')
  if (rows.some(({ id }) => id === team)) return refuse('already-exists')
  const same = rows.find((row) => row.centre === centre && row.from < until && from < row.until)
  if (same !== undefined)
    return refuse('team.full', { facts: { centre, until: same.until, max: base.vehicles.max } })
  const most = fleetNow(world.register, from).filter(({ kind }) => kind === 'micu').length
  if (most >= MAX_MICU) return refuse('team.full', { facts: { max: MAX_MICU } })
  const row: Team = {
    id: team,
    rev: 0,
    list: 'team',
    centre,
    from,
    until,
    icBeds,
    decidedBy: as.org,
    reason,
    announcedAt: context.at,
  }
  const draft = makeDraft(world, context.at)
  draft.first('team.started', 'register', row)
  return { changes: draft.changes, as }
}

/** Ends it now; a ride it has begun is driven to its end. */
export function decideEndTeam(world: World, payload: Payload<'team.end'>, context: Context): Decision {
  const row = rowsOfList(world.register, 'team').find(({ id }) => id === payload.team)
  const as = decidesAs(context, row?.centre ?? '', 0)
  if (as === null) return refuse('role.refused')
  if (row === undefined) return refuse('step.refused', { facts: { state: 'over' } })
  const draft = makeDraft(world, context.at)
  const until = context.at < row.until ? context.at : row.until
  draft.listed('team.ended', row, { until, over: true })
  return { changes: draft.changes, as }
}
