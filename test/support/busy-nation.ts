// Many open transfers over the real hospitals, the same for a seed: for the board's tests and its bench.
import { hospitals } from '#shared/reference/hospitals.ts'
import type { Transfer, TransferState } from '#shared/transfers/transfer.ts'
import { aTransfer, anId, plus, T0 } from './builders.ts'

const STATES: readonly TransferState[] = [
  'verifying',
  'matching',
  'matching',
  'offered',
  'reserved',
  'planned',
  'in-transit',
  'arrived',
  'on-hold',
]
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function busyNation(count: number, seed = 1): Transfer[] {
  let state = seed >>> 0
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * bound)
  }
  const oneOf = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[below(list.length)] as T
  return Array.from({ length: count }, (_, at) => {
    const from = oneOf(hospitals)
    const to = oneOf(hospitals)
    const standing = oneOf(STATES)
    const isPlaced = !['verifying', 'matching', 'on-hold'].includes(standing)
    const since = plus(-below(600), T0)
    return aTransfer({
      id: anId(10_000 + at),
      code: Array.from({ length: 6 }, () => LETTERS[below(32)]).join(''),
      from: from.id,
      fromRegion: from.region,
      bed: oneOf(['ic', 'ward']),
      kind: oneOf(['planned', 'planned', 'urgent']),
      level: oneOf(['region', 'national']),
      state: standing,
      since,
      waitingSince: since,
      submittedAt: plus(-30, since),
      ...(isPlaced ? { to: to.id, toRegion: to.region, reservation: anId(20_000 + at) } : {}),
      desks: ['micu-umc-utrecht'],
    })
  })
}
