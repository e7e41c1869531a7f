import { BEDS, type Bed } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { Tabs } from '#web/parts/tabs.tsx'

import { term } from './term.ts'

/** IC or ward, each with its own address. */
export function LevelTabs(props: { level: Bed; hrefOf: (level: Bed) => string }) {
  return (
    <Tabs
      label={t('beds.level')}
      tabs={BEDS.map((level) => ({
        href: props.hrefOf(level),
        label: term('bed', level),
        current: level === props.level,
      }))}
    />
  )
}
