import { render, screen } from '@solidjs/testing-library'
import fc from 'fast-check'
import type { JSX } from 'solid-js'
import { describe, expect, it, vi } from 'vitest'
import { BarChart } from '#web/pieces/charts/bar-chart.tsx'
import { LineChart } from '#web/pieces/charts/line-chart.tsx'
import { lineScales, type Series } from '#web/pieces/charts/line-scales.ts'
import { count, gap, part, wait } from '#web/pieces/reports/report-words.ts'

const FRAME = { width: 500, height: 224, left: 40, right: 100, top: 12, bottom: 28 }
const HEIGHT = 17

describe('a line chart', () => {
  it('keeps the words at the ends apart and inside, whatever the figures', () => {
    const figures = fc.array(fc.option(fc.nat(20_000), { nil: null }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1, maxLength: 4 }), (all) => {
        const series = all.map((values): Series => ({ label: '', values, look: 'main' }))
        const { ends } = lineScales(series, undefined, 40, FRAME)
        const placed = ends.filter((y) => y !== null).sort((a, b) => a - b)
        for (const [at, y] of placed.entries()) {
          expect(y).toBeGreaterThanOrEqual(FRAME.top - 0.001)
          expect(y).toBeLessThanOrEqual(FRAME.height - FRAME.bottom + 0.001)
          if (at > 0) expect(y - (placed[at - 1] ?? 0)).toBeGreaterThanOrEqual(HEIGHT - 0.001)
        }
      }),
    )
  })

  it('draws no line over a day without figures', () => {
    const series: Series[] = [{ label: '', values: [1, 2, null, 4, 5], look: 'main' }]
    const [path = ''] = lineScales(series, undefined, 5, FRAME).paths
    expect(path.match(/M/g)).toHaveLength(2)
  })

  it('says itself in words, and names each line at its end', () => {
    render(() => (
      <LineChart
        label="IC: 12 bezet"
        days={['1 nov', '2 nov']}
        series={[{ label: 'bezet 12', values: [10, 12], look: 'main' }]}
      />
    ))
    expect(screen.getByRole('img', { name: 'IC: 12 bezet' }).textContent).toContain('bezet 12')
  })
})

/** Drawn 328 pixels wide. */
function drawnOnPhone(chart: () => JSX.Element): HTMLElement {
  const width = vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(328)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined
      disconnect = () => undefined
    },
  )
  const { container } = render(chart)
  width.mockRestore()
  vi.unstubAllGlobals()
  return container
}

describe('a line chart on a phone', () => {
  it('names its lines above, each with its own stroke, and gives the lines all the room', () => {
    const container = drawnOnPhone(() => (
      <LineChart
        label="Kliniek"
        days={['1 nov', '2 nov']}
        series={[
          { label: 'operationeel 20.846', values: [20_000, 20_846], look: 'limit' },
          { label: 'bezet 19.577', values: [19_000, 19_577], look: 'main' },
        ]}
      />
    ))
    const keys = [...container.querySelectorAll('.chart__keys li')]
    expect(keys.map(({ textContent }) => textContent)).toEqual(['operationeel 20.846', 'bezet 19.577'])
    expect(keys[0]?.querySelector('.chart__line--limit')).not.toBeNull()
    expect(container.querySelector('.chart__end')).toBeNull()
    const right = Number(container.querySelector('.chart__grid')?.getAttribute('x2'))
    expect(right).toBeGreaterThan(300)
  })
})

describe('a bar chart', () => {
  it('leaves room for the longest words after its longest bar', () => {
    const words = '2 u 18 min · 2 u 20 min'
    const { container } = render(() => (
      <BarChart label="Wachttijden" rows={[{ name: 'Tot aankomst', value: 138, tail: 140, words }]} />
    ))
    const bar = container.querySelector('rect')
    const end = Number(bar?.getAttribute('x')) + Number(bar?.getAttribute('width'))
    const [, , width = ''] = container.querySelector('svg')?.getAttribute('viewBox')?.split(' ') ?? []
    expect(Number(width) - end).toBeGreaterThan(7 * words.length)
  })

  it('on a phone has its name and figures above it, one row under the other, and all the width', () => {
    const words = '2 u 18 min · 2 u 20 min'
    const rows = ['Tot aankomst', 'Tot vertrek'].map((name) => ({ name, value: 138, words }))
    const container = drawnOnPhone(() => <BarChart label="Wachttijden" rows={rows} />)
    const of = (element: Element | null, name: string) => Number(element?.getAttribute(name))
    const bars = [...container.querySelectorAll('rect')]
    const rowAt = (bar: Element) =>
      Number(/ (\d+)\)/.exec(bar.parentElement?.getAttribute('transform') ?? '')?.[1])
    for (const bar of bars) {
      const [name, figures] = bar.parentElement?.querySelectorAll('text') ?? []
      // The baseline of fifteen pixels' letters, and what hangs below it.
      for (const text of [name, figures]) expect(of(text ?? null, 'y') + 4).toBeLessThan(of(bar, 'y'))
      expect([of(bar, 'x'), of(bar, 'width')]).toEqual([0, 328 - 4])
    }
    const [first = 0, second = 0] = bars.map(rowAt)
    expect(second - first).toBeGreaterThan(of(bars[0] ?? null, 'y') + of(bars[0] ?? null, 'height'))
  })

  it('stands with names and figures, and with nothing draws nothing', () => {
    render(() => <BarChart label="Redenen" rows={[{ name: 'Geen bed', value: 3, words: '3' }]} />)
    expect(screen.getByRole('img', { name: 'Redenen' }).textContent).toContain('Geen bed3')
    render(() => <BarChart label="Leeg" rows={[]} />)
    expect(screen.getByRole('img', { name: 'Leeg' }).textContent).toBe('')
  })
})

describe('a figure in words', () => {
  it('is a dash where it is not told, never a nought', () => {
    expect([count(null), part(null, 4), part(3, 0), wait(null), gap(null)]).toEqual(Array(5).fill('–'))
    expect([count(0), part(0, 4), wait(0), gap(0)]).toEqual(['0', '0%', '0 min', '0'])
  })

  it('says how far over and under, and what is rough', () => {
    expect([gap(2.6), gap(-3.2), wait(75, true)]).toEqual(['+3', '−3', '± 1 u 15 min'])
  })
})
