import { type Accessor, createMemo, on } from 'solid-js'

import { partiesOf } from '#shared/access/parties.ts'
import { hasPosition, type ShownPosition } from '#shared/rides/position.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { PositionView } from '#shared/wire/ride-position.ts'
import { now } from './now.ts'
import { createOpened } from './opened.ts'
import { me } from './session.ts'

const LOOKERS = ['referrer', 'receiver', 'transport-desk'] as const

/** Where the vehicle was last, where its crew tells and this person may look; asked again each half minute. */
export function createPosition(
  transfer: () => Transfer | null,
  ride: () => Ride | null,
): Accessor<ShownPosition | null> {
  const asked = createMemo(() => {
    const [row, driven] = [transfer(), ride()]
    if (row === null || driven === null || !hasPosition(driven)) return null
    const held = me().memberships.flatMap((one) => partiesOf(one, row))
    return LOOKERS.some((party) => held.includes(party)) ? row.id : null
  })
  const path = () => {
    const id = asked()
    return id === null ? null : `/api/transfers/${encodeURIComponent(id)}/position`
  }
  const driver = createMemo(() => `${ride()?.id} ${ride()?.vehicle} ${ride()?.crew}`)
  const opened = createOpened<PositionView>(path, () => (asked() === null ? '' : `${driver()} ${now()}`))
  // What was asked while another drove is shown no more, however soon the new answer is there.
  const answered = createMemo(on(opened.data, (view) => ({ view, of: driver() })))
  return () => {
    const { view, of } = answered()
    if (asked() === null || of !== driver()) return null
    return view?.ride === ride()?.id ? (view?.position ?? null) : null
  }
}
