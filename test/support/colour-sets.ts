// Reads the colour sets out of the stylesheets as they are shipped; used by the contrast test.
import { readFileSync } from 'node:fs'

export type ColourSet = { where: string; colours: Record<string, string> }

/** Every rule that sets --paper, with the selector and the media query it stands under. */
export function readColourSets(...files: string[]): ColourSet[] {
  return files.flatMap((file) => {
    const css = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replace(
      /\/\*[\s\S]*?\*\//g,
      '',
    )
    return [...css.matchAll(/(?:(@media [^{]+)\{\s*)?([^{}@;]+)\{([^{}]*--paper:[^{}]*)\}/g)].map(
      ([, media, selector, body]) => ({
        where: [media, selector]
          .map((part) => part?.trim().replace(/\s+/g, ' '))
          .filter(Boolean)
          .join(' '),
        colours: Object.fromEntries(
          [...(body ?? '').matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map(([, name, value]) => [
            name,
            value,
          ]),
        ),
      }),
    )
  })
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
