export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

export type Device = { dark: boolean; contrast: boolean }

/** The colour set to wear: what the person chose, else the night's dark, else what the device asks for. */
export function pickSet(theme: Theme, device: Device, night: boolean): string {
  const dark = theme === 'dark' || (theme !== 'light' && (device.dark || night))
  const contrast = theme === 'contrast' || device.contrast
  if (contrast) return dark ? 'contrast-dark' : 'contrast'
  return dark ? 'dark' : 'light'
}

const asks = (query: string) => window.matchMedia(query)

/** Puts the set on <html> and keeps it in step with the device. `night`: crew phones and the hours of darkness. */
export function wearTheme(theme: Theme, night: boolean): () => void {
  const dark = asks('(prefers-color-scheme: dark)')
  const contrast = asks('(prefers-contrast: more)')
  const wear = () => {
    document.documentElement.dataset.theme = pickSet(
      theme,
      { dark: dark.matches, contrast: contrast.matches },
      night,
    )
  }
  wear()
  dark.addEventListener('change', wear)
  contrast.addEventListener('change', wear)
  return () => {
    dark.removeEventListener('change', wear)
    contrast.removeEventListener('change', wear)
  }
}
