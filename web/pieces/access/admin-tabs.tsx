import { t } from '#web/i18n/t.ts'
import { Tabs } from '#web/parts/tabs.tsx'

export const ADMIN_PAGES = {
  people: '/mensen',
  organisations: '/mensen/organisaties',
  file: '/mensen/bestand',
  providers: '/mensen/aanmelden',
  settings: '/instellingen',
  holds: '/mensen/bewaren',
} as const
type Page = keyof typeof ADMIN_PAGES

/** The pages of who administers all of brancard. */
export function AdminTabs(props: { current: Page }) {
  const tab = (page: Page) => ({
    href: ADMIN_PAGES[page],
    label: t(`admin.places.${page}`),
    current: props.current === page,
  })
  return (
    <Tabs
      label={t('admin.places.label')}
      tabs={[
        tab('people'),
        tab('organisations'),
        tab('file'),
        tab('providers'),
        tab('settings'),
        tab('holds'),
      ]}
    />
  )
}
