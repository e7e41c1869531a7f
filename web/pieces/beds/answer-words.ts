import type { Reservation } from '#shared/beds/reservation.ts'
import { term } from '#web/pieces/term.ts'

/** How an offer ended or stands: "Afgewezen: geen personeel". */
export function answerWords({ state, declineReason, releaseReason }: Reservation): string {
  const word = term('reservation', state)
  if (state === 'declined' && declineReason !== null)
    return `${word}: ${term('decline', declineReason).toLowerCase()}`
  if (state === 'released' && releaseReason !== null) return term('release', releaseReason)
  return word
}
