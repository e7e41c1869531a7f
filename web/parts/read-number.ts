/** Reads what a thumb types: comma or point, spaces around. Nothing for what is empty or no number. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return /^[-−]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain.replace('−', '-')) : undefined
}

/** Writes a number as the language writes it, with no grouping. */
export function writeNumber(value: number | undefined, locale: string): string {
  if (value === undefined) return ''
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false }).format(value)
}
