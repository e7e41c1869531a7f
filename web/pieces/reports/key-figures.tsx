import type { Bed } from '#shared/terms.ts'
import type { ReportView } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'

import { count, part, wait } from './report-words.ts'

/** The few figures that people open the report for. */
export function KeyFigures(props: { report: ReportView }) {
  const beds = (bed: Bed) =>
    props.report.beds.find((line) => line.bed === bed && line.place === props.report.place)
  const occupied = (bed: Bed, term: string) => {
    const line = beds(bed)
    if (line === undefined) return []
    const { operational, free, boss } = line
    const note = `${t('reports.key.ofOperational', {
      operational: count(operational),
      part: part(line.occupied, operational),
    })} · ${t('reports.key.freeNote', { free: count(free), boss: count(boss) })}`
    return [{ term, value: count(line.occupied), note }]
  }
  const flow = (field: 'filed' | 'moved') =>
    sum(
      props.report.flow
        .filter((line) => line.place === props.report.place && line.track === 'all')
        .map((line) => line[field]),
    )
  const toBed = (bed: Bed) => {
    const line = props.report.waits.find(
      (one) => one.bed === bed && one.step === 'to-bed' && one.track === 'all',
    )
    return wait(line?.median ?? null, line?.rough)
  }
  const refused = () =>
    sum(props.report.refusals.filter(({ kind }) => kind !== 'rejected').map((line) => line.count))
  return (
    <Facts
      big
      facts={[
        ...occupied('ic', t('reports.key.occupiedIc')),
        ...occupied('ward', t('reports.key.occupiedWard')),
        {
          term: t('reports.key.moved'),
          value: count(flow('moved')),
          note: t('reports.key.filed', { count: count(flow('filed')) }),
        },
        {
          term: t('reports.key.toBed'),
          value: toBed('ic'),
          note: t('reports.key.toBedNote', { ward: toBed('ward') }),
        },
        { term: t('reports.key.refused'), value: count(refused()), note: t('reports.key.refusedNote') },
      ]}
    />
  )
}

/** Null where a part is not told: a sum of the rest would be another figure. */
const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((a, b) => (a === null || b === null ? null : a + b), 0)
