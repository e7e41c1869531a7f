import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROLES } from '#shared/terms.ts'
import { nl } from '#web/i18n/nl.ts'
import { leadsSomewhere, mayOpen, navFor, PLACES, placeAt, routes } from '#web/routes.ts'

describe('the table of screens', () => {
  test('every address is one row, and every row has a title in Dutch', () => {
    const paths = PLACES.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    for (const { title } of PLACES) expect(nl.app).toHaveProperty([title.replace('app.', '')])
  })

  test('every address has its file, and everything else one that says so', () => {
    for (const { screen } of PLACES) expect(existsSync(`web/screens/${screen}.tsx`), screen).toBe(true)
    expect(routes.at(-1)?.path).toBe('*')
  })

  test('an address with an id finds its own row, not its list', () => {
    expect(placeAt('/aanvragen/00000000-0000-4000-8000-000000000001')?.screen).toBe('transfer')
    expect(placeAt('/matchen')?.screen).toBe('match-queue')
    expect(placeAt('/matchen/x/y')).toBeUndefined()
  })

  test.each(ROLES)('%s has work to go to and opens nothing of another role', (role) => {
    expect(leadsSomewhere('/', [role])).toBe(true)
    for (const { path } of navFor([role])) expect(leadsSomewhere(path, [role])).toBe(true)
    const asks = placeAt('/aanvraag')
    const isReferrer = role === 'intensivist' || role === 'ward-staff'
    expect(asks && mayOpen(asks, [role])).toBe(isReferrer)
    expect(navFor([role]).some(({ path }) => path === '/rit')).toBe(role === 'crew')
  })

  test.each(ROLES)('no two places in the navigation of %s wear one sign', (role) => {
    const icons = navFor([role]).map(({ nav }) => nav.icon)
    expect(new Set(icons).size).toBe(icons.length)
  })

  test('a shortcut of the installed app leads to a screen, the bed desk’s to its beds', () => {
    const { shortcuts } = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
      shortcuts: { url: string; icons: { src: string }[] }[]
    }
    expect(shortcuts.map(({ url }) => url)).toContain('/bedden')
    for (const { url, icons } of shortcuts) {
      expect(placeAt(url), url).toBeDefined()
      for (const { src } of icons) expect(existsSync(`public${src}`), src).toBe(true)
    }
    expect(leadsSomewhere('/bedden', ['bed-desk'])).toBe(true)
  })

  test('without a role only what is public or for all opens', () => {
    const open = PLACES.filter((place) => mayOpen(place, [])).map(({ path }) => path)
    expect(open).toEqual([
      '/',
      '/inloggen',
      '/uitnodiging',
      '/toegang',
      '/fasen',
      '/afmelden',
      '/te-verzenden',
      '/meer',
    ])
  })
})
