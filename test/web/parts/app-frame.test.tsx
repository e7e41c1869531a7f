import { render, screen, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'

import '#test/support/web-setup.ts'

import { AppFrame, type NavItem } from '#web/parts/app-frame.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Section } from '#web/parts/section.tsx'
import { Tabs } from '#web/parts/tabs.tsx'
import { TwoPane } from '#web/parts/two-pane.tsx'

const NAV: NavItem[] = [
  { href: '/a', label: 'Verzoeken', icon: 'list', current: true, count: 3, countLabel: '3 wachten op u' },
  { href: '/b', label: 'Bedden', icon: 'bed', current: false },
]

const frame = (nav: NavItem[]) =>
  render(() => (
    <AppFrame brand="brancard" home="/" nav={nav} navLabel="Hoofdmenu" banner={<p>DEMO</p>}>
      <PageHead title="Verzoeken" back={{ href: '/', label: 'Begin' }} />
    </AppFrame>
  ))

test('the first stop leads past the bars to the content', () => {
  frame(NAV)
  const skip = screen.getByRole('link', { name: 'Naar de inhoud' })
  expect(document.querySelector('a')).toBe(skip)
  const main = screen.getByRole('main')
  expect(skip.getAttribute('href')).toBe(`#${main.id}`)
  expect(main.tabIndex).toBe(-1)
  expect(main.textContent).toContain('DEMO')
})

test('the navigation says where we are and what waits', () => {
  frame(NAV)
  const nav = within(screen.getByRole('navigation', { name: 'Hoofdmenu' }))
  expect(nav.getByRole('link', { current: 'page' }).textContent).toContain('Verzoeken')
  expect(nav.getByRole('img', { name: '3 wachten op u' })).toBeTruthy()
  expect(nav.getAllByRole('link').length).toBe(2)
})

test('a frame without places to go has no navigation', () => {
  frame([])
  expect(screen.queryByRole('navigation')).toBeNull()
  expect(screen.getByRole('heading', { level: 1, name: 'Verzoeken' })).toBeTruthy()
})

test('tabs are links, one of them the present one', () => {
  render(() => (
    <Tabs
      label="Weergaven"
      tabs={[
        { href: '/x', label: 'Lopend', current: true, count: 0 },
        { href: '/y', label: 'Klaar', current: false },
      ]}
    />
  ))
  expect(screen.getByRole('link', { name: 'Lopend 0', current: 'page' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Klaar' }).getAttribute('href')).toBe('/y')
})

test('sections, facts and what is on demand carry their names', () => {
  render(() => (
    <Section title="Ziekenhuis">
      <Facts facts={[{ term: 'Afstand', value: '42 km' }]} />
      <Disclosure label="Niet mogelijk" note="4 ziekenhuizen">
        geen isolatiebed
      </Disclosure>
    </Section>
  ))
  expect(screen.getByRole('region', { name: 'Ziekenhuis' })).toBeTruthy()
  expect(screen.getByRole('term').textContent).toBe('Afstand')
  expect(screen.getByRole('definition').textContent).toBe('42 km')
  expect(screen.getByText('geen isolatiebed').closest('details')?.open).toBe(false)
})

test('the detail is there only when something is open', () => {
  const panes = (open: boolean) =>
    render(() => (
      <TwoPane list="lijst" detail="verzoek" listLabel="Lijst" detailLabel="Verzoek" open={open} />
    ))
  const { unmount } = panes(false)
  expect(screen.queryByRole('region', { name: 'Verzoek' })).toBeNull()
  unmount()
  panes(true)
  expect(screen.getByRole('region', { name: 'Lijst' })).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Verzoek' }).textContent).toBe('verzoek')
})
