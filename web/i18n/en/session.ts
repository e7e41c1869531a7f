import type { Translated } from '#web/i18n/sentence.ts'

import type { session as nl } from '#web/i18n/nl/session.ts'

export const session: Translated<typeof nl> = {}
