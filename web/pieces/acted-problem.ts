import type { Refusal } from '#shared/wire/refusal.ts'
import { t } from '#web/i18n/t.ts'

import { refusalText } from './refusal-text.ts'

/** What became of an act here and now. */
type Acted = { refused?: Refusal | undefined; failed?: 'storage' | 'session' | undefined }

/** What went wrong with an act here and now, and what was kept; nothing where it is queued. */
export function actedProblem(acted: Acted): string | undefined {
  if (acted.refused !== undefined) return refusalText(acted.refused)
  if (acted.failed === 'storage') return t('rides.failed.storage')
  if (acted.failed === 'session') return t('rides.failed.session')
  return undefined
}
