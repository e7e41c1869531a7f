import type { Alert } from '#shared/alerts/alert.ts'

/** From so many that say the same on, one line says it. */
const SAME = 3

export type AlertGroup<A> = { key: string; alerts: [A, ...A[]] }

/** Of one house, one act, one track, and as far as each other: what somebody reads once. One that was escalated stands alone. */
const sayingOf = ({ id, act, who, org, kind, level }: Alert): string =>
  level === 0 ? [act, who, org, kind].join(' ') : id

/** In the list's own order; a group stands where its first alert does. */
export function groupAlerts<A extends Alert>(list: readonly A[]): AlertGroup<A>[] {
  const groups = Map.groupBy(list, sayingOf)
  return [...groups].flatMap(([key, alerts]): AlertGroup<A>[] => {
    const [first, ...rest] = alerts
    if (first === undefined) return []
    return alerts.length >= SAME
      ? [{ key, alerts: [first, ...rest] }]
      : alerts.map((alert) => ({ key: alert.id, alerts: [alert] }))
  })
}
