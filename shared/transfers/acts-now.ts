// Who acts now, on what, since when, within which limit: the headline of every request and the order of every list.
import type { Ride, RideState } from '#shared/rides/ride.ts'
import type { Kind } from '#shared/terms.ts'
import type { Transfer } from './transfer.ts'

export const ACTORS = ['referrer', 'rcps', 'lcps', 'receiver', 'transport-desk', 'crew', 'nobody'] as const
export type Actor = (typeof ACTORS)[number]

export const ACTS = [
  'verify',
  'match',
  'answer-counter',
  'acknowledge',
  'confirm',
  'plan',
  'accept-ride',
  'drive-to-origin',
  'load',
  'drive',
  'hand-over',
  'close',
  'resume',
  'none',
] as const
export type Act = (typeof ACTS)[number]

/** Minutes per step and track (rulebook, Limits: own, settings). Past one, it escalates. */
export const LIMITS = {
  verify: { urgent: 15, planned: 60 },
  match: { urgent: 30, planned: 240 },
  'answer-counter': { urgent: 30, planned: 240 },
  acknowledge: { urgent: 10, planned: 30 },
  confirm: { urgent: 30, planned: 120 },
  plan: { urgent: 30, planned: 240 },
} as const satisfies Partial<Record<Act, Record<Kind, number>>>

export type ActsNow = {
  who: Actor
  /** Organisation: hospital, region, `nl`, transport desk or vehicle. */
  org: string | null
  act: Act
  since: string
  /** Minutes; null where no limit is set. */
  limitMinutes: number | null
}

const crewActs: Partial<Record<RideState, Act>> = {
  planned: 'accept-ride',
  accepted: 'drive-to-origin',
  'en-route': 'drive-to-origin',
  'at-origin': 'load',
  departed: 'drive',
  'at-destination': 'hand-over',
}

const coordinator = (transfer: Transfer): Pick<ActsNow, 'who' | 'org'> =>
  transfer.level === 'national' ? { who: 'lcps', org: 'nl' } : { who: 'rcps', org: transfer.fromRegion }

/** Total over all states. `ride` is the transfer's live ride, where known. */
export function actsNow(transfer: Transfer, ride: Ride | null): ActsNow {
  const turn = (who: Actor, org: string | null, act: Act, since = transfer.since): ActsNow => ({
    who,
    org,
    act,
    since,
    limitMinutes:
      act in LIMITS ? (transfer.limit ?? LIMITS[act as keyof typeof LIMITS][transfer.kind]) : null,
  })
  const crew = () => turn('crew', transfer.vehicle, (ride && crewActs[ride.state]) ?? 'drive', ride?.since)

  switch (transfer.state) {
    case 'submitted':
    case 'verifying':
      return turn('rcps', transfer.fromRegion, 'verify')
    case 'matching': {
      const { who, org } = coordinator(transfer)
      return turn(who, org, 'match', transfer.waitingSince)
    }
    case 'offered': {
      const { who, org } = coordinator(transfer)
      if (transfer.counterFrom !== null) return turn(who, org, 'answer-counter')
      // The LCPS calls, and records what was said.
      if (transfer.abroad != null) return turn('lcps', 'nl', 'confirm')
      return transfer.acknowledgedAt === null
        ? turn('receiver', transfer.to, 'acknowledge')
        : turn('receiver', transfer.to, 'confirm', transfer.acknowledgedAt)
    }
    case 'reserved':
      return turn('transport-desk', transfer.desks[0] ?? null, 'plan')
    case 'planned':
    case 'in-transit':
      return crew()
    case 'arrived':
      if (ride?.state === 'at-destination') return crew()
      return transfer.abroad == null ? turn('receiver', transfer.to, 'close') : turn('lcps', 'nl', 'close')
    case 'on-hold':
      return turn('referrer', transfer.from, 'resume')
    default:
      return turn('nobody', null, 'none')
  }
}
