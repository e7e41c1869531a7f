// Which hospitals took the letter of a transfer over, by the record: what is printed before the arrival is for the way.
// Called by the retention job and by the hospitals' own list.
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { takenOverBy } from '#server/store/retention.ts'
import { ridesOf } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'

export const lettersTaken = async (db: Db, transfer: Transfer): Promise<string[]> =>
  takenOverBy(db, transfer.id, arrivedAt(transfer, await ridesOf(db, transfer.id)))

const arrivedAt = ({ submittedAt }: Transfer, rides: readonly Ride[]): string =>
  rides.flatMap(({ times }) => times['at-destination']?.at ?? []).at(-1) ?? submittedAt
