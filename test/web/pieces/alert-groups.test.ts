import { expect, test } from 'vitest'

import type { Alert } from '#shared/alerts/alert.ts'
import { groupAlerts } from '#web/pieces/alerts/alert-groups.ts'
import { anId, T0 } from '#test/support/builders.ts'

const alert = (number: number, over: Partial<Alert> = {}): Alert => ({
  ...{ id: anId(number), rev: 1, transfer: anId(100 + number), act: 'match', kind: 'planned' },
  ...{ who: 'lcps', org: 'nl', reservation: null, state: 'raised', raisedAt: T0, level: 0 },
  ...{ levelAt: T0, above: null, dueAt: null, acknowledged: null },
  ...over,
})
const idsOf = (list: Alert[]) =>
  groupAlerts(list).map(({ alerts }) => alerts.map(({ id }) => Number(id.slice(-3))))

test('what says the same three times or more is said once, where the first stood', () => {
  const urgent = alert(1, { kind: 'urgent' })
  expect(idsOf([urgent, alert(2), alert(3), alert(4)])).toEqual([[1], [2, 3, 4]])
  expect(idsOf([alert(2), urgent, alert(3)])).toEqual([[2], [3], [1]])
})

test('one that was escalated, asks another act or is another house’s stands alone', () => {
  const others = [alert(5, { level: 1 }), alert(6, { act: 'verify', who: 'rcps', org: 'azo' })]
  expect(idsOf([alert(2), ...others, alert(3), alert(4)])).toEqual([[2, 3, 4], [5], [6]])
  expect(idsOf([])).toEqual([])
})
