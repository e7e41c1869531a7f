import { tryT } from '#web/i18n/t.ts'

/** The word of a closed list's code (`term('bed', 'ic')`); the code itself where this build has no word for it. */
export const term = (list: string, code: string): string => tryT(`terms.${list}.${code}`) ?? code
