import { describe, expect, it } from 'vitest'
import { routeOf } from '#shared/matching/route.ts'
import { PHASES } from '#shared/terms.ts'

const nation = { search: ['region', 'national'], coordinators: ['rcps', 'lcps'] }
const region = { search: ['region'], coordinators: ['rcps'] }

describe('routeOf', () => {
  it.each(PHASES)('opens the nation from 2a, for a shortage always: phase %s', (phase) => {
    const open = ['1a', '1b'].includes(phase) ? region : nation
    expect(routeOf({ kind: 'planned', phase })).toEqual({ verification: 'none', ...open })
    expect(routeOf({ kind: 'planned', ground: 'bed-shortage', phase })).toEqual({
      verification: 'none',
      ...open,
    })
    expect(routeOf({ kind: 'urgent', ground: 'patient-bound', phase })).toEqual({
      verification: 'none',
      ...open,
    })
    expect(routeOf({ kind: 'urgent', ground: 'bed-shortage', phase })).toEqual({
      verification: 'rcps',
      ...nation,
    })
  })
})
