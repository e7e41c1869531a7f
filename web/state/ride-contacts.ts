import { isLive } from '#shared/beds/reservation.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import type { TransferDetail } from '#shared/wire/reads.ts'

/** Whom to call about a ride. Diverted, whoever accepted the patient did so at another hospital: no line is known. */
export function rideContacts(detail: TransferDetail | undefined): Contacts | null {
  const contacts = detail?.contacts ?? null
  const isDiverted = detail?.reservations.some((one) => one.diverted && isLive(one)) ?? false
  if (contacts === null || !isDiverted) return contacts
  const { bringTo: _, ...known } = contacts
  return { ...known, acceptedBy: null }
}
