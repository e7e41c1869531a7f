// The letters that this person's hospital has not taken over yet. Called by server/http/letters.ts.
import { keysOf } from '#shared/access/audience.ts'
import type { Person } from '#shared/access/parties.ts'
import { letterTerms, missingLetters, takesLetterFor } from '#shared/retention/letters.ts'
import { letterHospitals } from '#shared/retention/decide-purge.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { LetterLine, LettersView } from '#shared/wire/letters.ts'
import { overWithClinical } from '#server/store/retention.ts'
import type { Db } from '#server/store/store.ts'
import { lettersTaken } from './taken-over.ts'

const PAGE = 100

export async function lettersView(db: Db, person: Person, at: string): Promise<LettersView> {
  const letters: LetterLine[] = []
  for (const transfer of await overWithClinical(db, keysOf(person))) {
    if (!takesLetterFor(letterHospitals(transfer), transfer, person.memberships)) continue
    const missing = missingLetters(transfer, await lettersTaken(db, transfer))
    if (takesLetterFor(missing, transfer, person.memberships)) letters.push(lineOf(transfer))
  }
  return { letters: letters.slice(0, PAGE), more: Math.max(0, letters.length - PAGE), at }
}

const lineOf = (transfer: Transfer): LetterLine => {
  const { id, code, bed, from, to, since } = transfer
  return { transfer: id, code, bed, from, to: to ?? '', endedAt: since, ...letterTerms(transfer) }
}
