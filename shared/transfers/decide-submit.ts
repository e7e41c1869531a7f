// A referrer files a request: the row, its private part, its route by R2, and the offer where it is directed.
import type { Membership, Person } from '#shared/access/parties.ts'
import { directedOffer } from '#shared/matching/decide-offer.ts'
import { routeOf } from '#shared/matching/route.ts'
import { effectivePhase } from '#shared/phases/effective-phase.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { type Clinical, checkRequest, type TransferRequest } from './request.ts'
import { LATE_AFTER_MINUTES } from './request-fields.ts'
import type { Transfer } from './transfer.ts'
import { transferFollows } from './transfer-steps.ts'

type Submit = Payload<'transfer.submit'>

/** Refuses strangers, double ids, faulty requests, and an escort that no intensivist indicated (plan 4.5.1.1). */
export function decideSubmit(world: World, payload: Submit, context: Context): Decision {
  const { request } = payload
  const as = referrerOf(context.person, request.escort !== undefined)
  if (as === undefined) return refuse('role.refused')
  const from = hospital(as.org)
  if (from === undefined) return refuse('role.refused')
  if (world.transfer !== null) return refuse('already-exists')
  if (request.escort !== undefined && as.role !== 'intensivist') return refuse('escort.not-by-intensivist')
  const fields = checkRequest(request, context.at)
  if (request.directedTo !== undefined && payload.reservation === undefined)
    fields.push({ field: 'reservation', fault: 'required' })
  if (
    payload.returnOf !== undefined &&
    (request.purpose !== 'return' || payload.returnOf === payload.transfer)
  )
    fields.push({ field: 'returnOf', fault: 'not-applicable' })
  if (fields.length > 0) return refuse('command.invalid', { fields })

  const draft = makeDraft(world, context.at)
  const row = newTransfer(payload, context, { role: as.role, org: as.org }, from.region)
  draft.first('transfer.submitted', 'transfer', row)
  const phase = effectivePhase({ region: from.region, at: context.now, register: world.phases })
  const { verification } = routeOf({
    kind: row.kind,
    ...(row.ground === null ? {} : { ground: row.ground }),
    phase,
  })
  const follow = verification === 'rcps' ? 'routedToVerifying' : 'routedToMatching'
  const routed = draft.transfer(row, transferFollows[follow])
  const clinical = clinicalOf(request, as.role === 'intensivist')
  if (request.directedTo !== undefined && payload.reservation !== undefined && routed.state === 'matching') {
    const refused = directedOffer(
      draft,
      world,
      routed,
      clinical,
      payload.reservation,
      request.directedTo,
      context,
    )
    if (refused !== null) return { refused }
  }
  return {
    changes: draft.changes,
    as,
    clinical,
    contacts: {
      callback: request.callback,
      acceptedBy: null,
      ...(request.escort?.line === undefined ? {} : { escort: request.escort.line }),
      ...(request.place === undefined ? {} : { pickUp: request.place }),
    },
  }
}

/** Who holds both roles at one hospital indicates an escort as the intensivist. */
function referrerOf({ memberships }: Person, indicatesEscort: boolean): Membership | undefined {
  const first = memberships.find(({ role }) => role === 'intensivist' || role === 'ward-staff')
  const intensivist = memberships.find(({ role, org }) => role === 'intensivist' && org === first?.org)
  return indicatesEscort ? (intensivist ?? first) : first
}

function newTransfer(
  { transfer: id, request, refiledFrom, returnOf }: Submit,
  { at, now, code }: Context,
  filedBy: Transfer['filedBy'],
  fromRegion: string,
): Transfer {
  return {
    id,
    rev: 0,
    code,
    from: filedBy.org,
    fromRegion,
    bed: request.bed,
    kind: request.kind,
    ground: request.ground ?? null,
    purpose: request.purpose,
    state: 'submitted',
    heldFrom: null,
    since: at,
    submittedAt: at,
    waitingSince: at,
    late: Date.parse(now) - Date.parse(at) > LATE_AFTER_MINUTES * 60_000,
    readyFrom: new Date(request.readyFrom).toISOString(),
    filedBy,
    level: 'region',
    directedTo: request.directedTo ?? null,
    claim: null,
    reservation: null,
    to: null,
    toRegion: null,
    acknowledgedAt: null,
    counterFrom: null,
    window: null,
    ride: null,
    vehicle: null,
    endReason: null,
    refiledFrom: refiledFrom ?? null,
    ...(returnOf === undefined ? {} : { returnOf }),
    desks: [],
  }
}

function clinicalOf(request: TransferRequest, byIntensivist: boolean): Clinical {
  const {
    callback: _c,
    bed: _b,
    kind: _k,
    ground: _g,
    purpose: _p,
    readyFrom: _r,
    directedTo: _d,
    place: _w,
    escort,
    ...clinical
  } = request
  const { line: _l, ...indicated } = escort ?? {}
  return {
    ...clinical,
    ...(escort === undefined ? {} : { escort: indicated }),
    escortBy: request.escort !== undefined && byIntensivist ? 'intensivist' : null,
  }
}
