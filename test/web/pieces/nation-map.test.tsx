import { render, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'

import { map } from '#shared/reference/map.ts'
import '#test/support/web-setup.ts'

import { plus, someBeds, T0 } from '#test/support/builders.ts'
import { NationMap } from '#web/pieces/wishes/nation-map.tsx'

const row = (hospital: string, occupied: number, reportedAt = T0) =>
  someBeds(hospital, 'ic', { operational: 20, occupied, reserved: 0, boss: 0, reportedAt })

function drawn() {
  const chosen: (string | undefined)[] = []
  const { container } = render(() => (
    <NationMap
      beds={[
        row('umc-utrecht', 20),
        row('isala-zwolle', 16),
        row('radboudumc', 4),
        row('mst-enschede', 4, plus(-25 * 60)),
      ]}
      pairs={[{ from: 'nazb', to: 'aznn', wanted: 8, named: 6, underWay: 2, done: 2 }]}
      now={T0}
      region={undefined}
      onRegion={(id) => chosen.push(id)}
    />
  ))
  const svg = screen.getByRole('img')
  return { chosen, container, dots: [...svg.querySelectorAll('.nation-map__dot')] }
}

test('a dot is as large as what is free; none free and not known each look otherwise', () => {
  const { dots } = drawn()
  expect(dots).toHaveLength(4)
  const [full, some, many, old] = dots.map((dot) => ({
    none: dot.classList.contains('nation-map__dot--none'),
    unknown: dot.classList.contains('nation-map__dot--unknown'),
    r: Number(dot.getAttribute('r')),
  }))
  expect(full).toMatchObject({ none: true, unknown: false })
  expect(some).toMatchObject({ none: false, unknown: false })
  // Sixteen free are four times four: the area counts.
  expect((many?.r ?? 0) / (some?.r ?? 1)).toBeCloseTo(2)
  // A day old: nobody is matched there, so nothing is promised.
  expect(old).toEqual({ none: false, unknown: true, r: full?.r })
})

test('every region has its name; the arrow says how many are done of how many wanted', () => {
  const { container } = drawn()
  expect(container.querySelectorAll('.nation-map__name')).toHaveLength(map.regions.length)
  expect(container.querySelector('.nation-map__number')?.textContent).toBe('2/8')
  for (const mark of ['done', 'going', 'named'])
    expect(container.querySelectorAll(`.nation-map__arrow .nation-map__${mark}`)).toHaveLength(1)
})

test('a tap on a region opens it', () => {
  const { container, chosen } = drawn()
  const region = container.querySelector('[data-region="azo"]')
  region?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(chosen).toEqual(['azo'])
})
