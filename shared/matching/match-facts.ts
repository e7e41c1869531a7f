// From rows to R8's input: used by the offer's decision and by the coordinator's match view, so both say the same.
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { isLive, type Reservation } from '#shared/beds/reservation.ts'
import { exemptAt } from '#shared/fair-share/exemption.ts'
import { keysAt } from '#shared/fair-share/key-set.ts'
import { effectivePhase } from '#shared/phases/effective-phase.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import type { Bed } from '#shared/terms.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { isHfno, needsIsolationRoom } from '#shared/transfers/request-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type RegisterRow, rowsOfList } from '#shared/wire/register.ts'
import type { MatchHospital } from './match.ts'
import type { MatchInput } from './rank-hospitals.ts'

type Facts = {
  beds: readonly Beds[]
  reservations: readonly Reservation[]
  phases: readonly PhaseEntry[]
  register: readonly RegisterRow[]
}

/** Patients of the crisis per share group at one care level: R7's `current`. */
export function presentByGroup(beds: readonly Beds[], bed: Bed): Record<string, number> {
  const present: Record<string, number> = {}
  const crisis = new Map(beds.filter((row) => row.bed === bed).map((row) => [row.hospital, row.crisis]))
  for (const { id, group } of hospitals) present[group] = (present[group] ?? 0) + (crisis.get(id) ?? 0)
  return present
}

/** A hospital that declined this transfer is out for it; one whose offer was taken back is not. */
export const declinedBy = (reservations: readonly Reservation[]): string[] =>
  reservations.filter(({ state }) => state === 'declined').map(({ hospital }) => hospital)

export function matchInput(transfer: Transfer, clinical: Clinical, facts: Facts, now: string): MatchInput {
  return {
    request: {
      id: transfer.id,
      from: transfer.from,
      bed: transfer.bed,
      kind: transfer.kind,
      ...(transfer.ground === null ? {} : { ground: transfer.ground }),
      purpose: transfer.purpose,
      hfno: isHfno(clinical),
      isolation: needsIsolationRoom(clinical),
      level: transfer.level,
      declinedBy: declinedBy(facts.reservations),
    },
    hospitals: hospitalFacts(facts.beds, transfer.bed, now),
    phase: effectivePhase({ region: transfer.fromRegion, at: now, register: facts.phases }),
    exempt: exemptAt(rowsOfList(facts.register, 'exemption'), now),
    current: presentByGroup(facts.beds, transfer.bed),
    ...keysAt(rowsOfList(facts.register, 'key-set'), transfer.bed, now),
    now,
  }
}

/** Every hospital as R8 and R9 see it; an intake stop counts at this care level. */
export function hospitalFacts(beds: readonly Beds[], bed: Bed, now: string): MatchHospital[] {
  const rows = new Map(beds.map((row) => [row.id, row]))
  const capacityOf = (hospital: string, level: Bed) => {
    const row = rows.get(bedsId(hospital, level))
    if (row === undefined) return undefined
    const { operational, occupied, reserved, boss, reportedAt } = row
    return { operational, occupied, reserved, boss, reportedAt }
  }
  return hospitals.map(({ id, region, group, lat, lon, fictional }) => {
    const ic = capacityOf(id, 'ic')
    const ward = capacityOf(id, 'ward')
    const stop = rows.get(bedsId(id, bed))?.intakeStop ?? null
    return {
      id,
      region,
      group,
      lat,
      lon,
      hfno: fictional.hfno,
      isolation: fictional.isolation,
      intakeStop: stop !== null && (stop.until === null || stop.until > now),
      capacity: { ...(ic ? { ic } : {}), ...(ward ? { ward } : {}) },
    }
  })
}

export const liveOf = (reservations: readonly Reservation[]): Reservation | null =>
  reservations.find(isLive) ?? null
