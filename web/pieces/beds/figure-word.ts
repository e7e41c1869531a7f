import { t } from '#web/i18n/t.ts'

import type { BedFigure } from './bed-edits.ts'

const WORDS = {
  operational: 'beds.operational',
  occupied: 'beds.occupied',
  crisis: 'beds.crisis',
  boss: 'beds.boss',
  addable24h: 'beds.addable',
} as const satisfies Record<BedFigure, string>

export const figureWord = (figure: BedFigure): string => t(WORDS[figure])
