// R7: how many patients should each group have? (plan 4.2, 6.2.1, table 1)
// Called by R8 and R9 and by the share board; IC and ward are counted apart, each by a call of its own.
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { toSixDecimals } from '#shared/rounding.ts'
import { TABLE_1_KEYS } from './keys.ts'

export type FairShareInput = {
  /** Key per group, above zero, at most one decimal; table 1 when absent. */
  keys?: Readonly<Record<string, number>>
  /** Groups that the ROAZ chairs exempted: they take no part. */
  exempt?: readonly string[]
  /** Patients per group, admitted because of the disease; a missing group counts 0. */
  current: Readonly<Record<string, number>>
  /** Patients still to be placed. */
  extra?: number
}

export type FairShare = {
  /** Patients over the groups that take part, extra included. */
  total: number
  /** Whole patients per group; they add up to `total` when any group takes part. */
  target: Record<string, number>
  /** Exact share minus current, to six decimals. */
  deficit: Record<string, number>
  /** Groups by deficit, largest first. */
  order: string[]
}

type Share = { group: string; tenths: number; current: number; target: number; rest: number; deficit: number }

/** One group that takes part: its key in tenths of a per cent, so that shares stay whole numbers. */
export type KeyedGroup = Readonly<Pick<Share, 'group' | 'tenths' | 'current'>>

/**
 * Shares the patients over the groups that take part, by key. Keys count in tenths and shares as whole numbers
 * with a rest, so that ties are ties and go by id. Never throws (plan 4.2, 6.2.1, table 1).
 */
export function fairShare(input: FairShareInput): FairShare {
  const shares = takingPart(input)
  const total = shares.reduce((sum, share) => sum + share.current, input.extra ?? 0)
  const sumOfKeys = shares.reduce((sum, share) => sum + share.tenths, 0)
  for (const share of shares) {
    const product = total * share.tenths
    share.rest = product % sumOfKeys
    share.target = (product - share.rest) / sumOfKeys
    share.deficit = toSixDecimals(share.target - share.current + share.rest / sumOfKeys)
  }
  giveOutRemainder(shares, total)
  const byDeficit = [...shares].sort((a, b) => b.deficit - a.deficit || byCodeUnit(a.group, b.group))
  return {
    total,
    target: Object.fromEntries(shares.map((share) => [share.group, share.target])),
    deficit: Object.fromEntries(shares.map((share) => [share.group, share.deficit])),
    order: byDeficit.map((share) => share.group),
  }
}

/** The groups with a key that are not exempt; R9 measures deviation over the same ones. Never throws. */
export const keyedGroups = (input: FairShareInput): KeyedGroup[] => takingPart(input)

function takingPart(input: FairShareInput): Share[] {
  const exempt = new Set(input.exempt)
  const current = new Map(Object.entries(input.current))
  return Object.entries(input.keys ?? TABLE_1_KEYS)
    .filter(([group]) => !exempt.has(group))
    .map(([group, key]) => ({
      group,
      tenths: Math.round(key * 10),
      current: current.get(group) ?? 0,
      target: 0,
      rest: 0,
      deficit: 0,
    }))
}

/** Largest remainder: the patients that rounding down left over, one each, ties by id. */
function giveOutRemainder(shares: readonly Share[], total: number): void {
  const left = total - shares.reduce((sum, share) => sum + share.target, 0)
  const byRest = [...shares].sort((a, b) => b.rest - a.rest || byCodeUnit(a.group, b.group))
  for (const share of byRest.slice(0, left)) share.target += 1
}
