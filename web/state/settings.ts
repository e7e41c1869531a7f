import { createEffect, createRoot, createSignal, onCleanup } from 'solid-js'

import { LANGUAGES, type Language, language, setLanguage } from '#web/i18n/t.ts'
import { THEMES, type Theme, wearTheme } from '#web/styles/theme.ts'
import { now } from './now.ts'
import { hasRole } from './session.ts'

const KEPT = { theme: 'brancard.theme', language: 'brancard.language' } as const

const [theme, setThemeSignal] = createSignal<Theme>(
  THEMES.find((name) => name === localStorage.getItem(KEPT.theme)) ?? 'auto',
)
export { theme }

export function chooseTheme(next: Theme): void {
  localStorage.setItem(KEPT.theme, next)
  setThemeSignal(next)
}

export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEPT.language, next)
  speak(next)
}

/** Rejects nothing: without the dictionary the screen stays as it is. */
const speak = (next: Language): void => {
  setLanguage(next).catch((reason: unknown) => console.info('language not loaded', reason))
}

/** Dark by default on crew phones, and for everyone between 21:00 and 07:00 on their own clock. */
const isNight = (): boolean => {
  const hour = new Date(now()).getHours()
  return hasRole('crew') || hour >= 21 || hour < 7
}

/** Puts on what this device chose, and keeps it on. Called once. */
export function wearSettings(): void {
  const kept = LANGUAGES.find((name) => name === localStorage.getItem(KEPT.language))
  if (kept !== undefined && kept !== language()) speak(kept)
  createRoot(() => {
    createEffect(() => onCleanup(wearTheme(theme(), isNight())))
  })
}
