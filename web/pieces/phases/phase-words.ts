import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { region } from '#shared/reference/regions.ts'
import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

const REGION = 'region:'

/** "Landelijk", "Netwerk Acute Zorg regio Zwolle". */
export const scopeWords = (scope: string): string =>
  scope === 'national' ? t('phases.national') : (region(scope.slice(REGION.length))?.name ?? scope)

/** "advies: LNAZ, IGJ, NZa"; nothing where none was needed. */
export const adviceWords = ({ advice }: Pick<PhaseEntry, 'advice'>): string | undefined =>
  advice.length === 0
    ? undefined
    : t('phases.advice', { bodies: advice.map((body) => term('adviser', body)).join(', ') })
