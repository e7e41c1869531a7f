import { LOCALES, language } from './t.ts'

/** 12,0: one decimal, always, so that figures stand under each other. */
export const oneDecimal = (value: number): string =>
  new Intl.NumberFormat(LOCALES[language()], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  )
