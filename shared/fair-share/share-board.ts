// The nation's load per share group at one care level: what each should have, has, and has under way (R7).
// Called by the share read (server/views/shares-view.ts) and by whoever shows the same figures.
import type { Beds } from '#shared/beds/beds.ts'
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { presentByGroup } from '#shared/matching/match-facts.ts'
import { groups } from '#shared/reference/regions.ts'
import type { Bed } from '#shared/terms.ts'
import { type RegisterRow, rowsOfList } from '#shared/wire/register.ts'
import { exemptAt } from './exemption.ts'
import { fairShare } from './fair-share.ts'
import { type KeySet, keySetAt } from './key-set.ts'
import { TABLE_1_KEYS } from './keys.ts'

/** A patient of the crisis with a confirmed bed in another group. */
export type Move = { from: string; to: string; departed: boolean }

export type GroupShare = {
  group: string
  /** As it stands in the key set, before it is normalised; null where the set has none. */
  key: number | null
  exempt: boolean
  present: number
  /** Null for a group that takes no part. */
  target: number | null
  /** Exact share minus present. */
  deficit: number | null
  /** Leaving: reserved or planned, still counted here. */
  leaving: number
  /** Coming: reserved, planned or on the road. */
  coming: number
  /** Present when all of that is done. */
  after: number
}

export type ShareBoard = {
  bed: Bed
  total: number
  /** Null: the plan's table 1. */
  keySet: Pick<KeySet, 'from' | 'decidedBy' | 'reason'> | null
  groups: GroupShare[]
}

type Facts = { beds: readonly Beds[]; register: readonly RegisterRow[]; moves: readonly Move[] }

/** Groups in table 1's order of id. Never throws. */
export function shareBoard(bed: Bed, { beds, register, moves }: Facts, now: string): ShareBoard {
  const set = keySetAt(rowsOfList(register, 'key-set'), bed, now)
  const keys = set?.keys ?? TABLE_1_KEYS
  const exempt = exemptAt(rowsOfList(register, 'exemption'), now)
  const current = presentByGroup(beds, bed)
  const { total, target, deficit } = fairShare({ keys, exempt, current })
  return {
    bed,
    total,
    keySet: set === undefined ? null : { from: set.from, decidedBy: set.decidedBy, reason: set.reason },
    groups: groups
      .map(({ id }) => id)
      .sort(byCodeUnit)
      .map((group) => {
        const present = current[group] ?? 0
        const leaving = moves.filter(({ from, departed }) => from === group && !departed).length
        const coming = moves.filter(({ to }) => to === group).length
        return {
          group,
          key: keys[group] ?? null,
          exempt: exempt.includes(group),
          present,
          target: target[group] ?? null,
          deficit: deficit[group] ?? null,
          leaving,
          coming,
          after: present - leaving + coming,
        }
      }),
  }
}

/** How far apart the groups are that take part: Σ |exact share − present|, in patients. */
export const spreadOf = (shares: readonly Pick<GroupShare, 'deficit'>[]): number =>
  shares.reduce((sum, { deficit }) => sum + Math.abs(deficit ?? 0), 0)
