import { render, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { actsNow } from '#shared/transfers/acts-now.ts'
import type { OrgLine } from '#shared/transfers/lines-for.ts'
import { aTransfer, places, plus } from '#test/support/builders.ts'
import { linesToCall } from '#web/pieces/transfers/call-links.tsx'
import { WhoActsNow } from '#web/pieces/transfers/who-acts-now.tsx'

const lines: OrgLine[] = [
  { org: places.region, role: 'rcps', phone: '088-610 00 01' },
  { org: 'nl', role: 'lcps', phone: '+31 88 610 00 02' },
  { org: places.to, role: 'bed-desk', phone: '088-610 00 03' },
]
const verifying = aTransfer({ state: 'verifying', kind: 'urgent', ground: 'bed-shortage' })
const offered = aTransfer({ state: 'offered', to: places.to })

test('who is to act, then the next in line; nobody whose line is not given', () => {
  const phones = (transfer: typeof verifying, given = lines) =>
    linesToCall(actsNow(transfer, null), given).map(({ phone }) => phone)
  expect(phones(verifying)).toEqual(['088-610 00 01', '+31 88 610 00 02'])
  expect(phones(offered)).toEqual(['088-610 00 03', '088-610 00 01'])
  expect(phones(offered, lines.slice(0, 1))).toEqual(['088-610 00 01'])
  expect(phones(aTransfer({ state: 'closed' }))).toEqual([])
})

test('the headline dials for who waits, and not for whose turn it is', () => {
  const show = (mine: boolean) => (
    <WhoActsNow acts={actsNow(verifying, null)} now={plus(1)} mine={mine} lines={lines} />
  )
  const { unmount } = render(() => show(false))
  const links = screen.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['tel:0886100001', 'tel:+31886100002'])
  expect(links[1]?.getAttribute('aria-label')).toBe('Bel LCPS: +31 88 610 00 02')
  unmount()
  render(() => show(true))
  expect(screen.queryByRole('link')).toBeNull()
})
