import { termsLists } from './nl/terms-lists.ts'
import { transfersLists } from './nl/transfers-lists.ts'
import { nlFirst } from './nl-first.ts'

/** What a list of transfers says: less than a third of all words, so that the first list is soon there. */
export const nlLists = { ...nlFirst, terms: termsLists, transfers: transfersLists } as const
