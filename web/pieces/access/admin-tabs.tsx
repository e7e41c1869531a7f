import { t } from '#web/i18n/t.ts'
import { Tabs } from '#web/parts/tabs.tsx'

export const ADMIN_PAGES = {
  people: '/mensen',
  organisations: '/mensen/organisaties',
  file: '/mensen/bestand',
  providers: '/mensen/aanmelden',
  settings: '/instellingen',
  feeds: '/mensen/koppelingen',
  holds: '/mensen/bewaren',
} as const
type Page = keyof typeof ADMIN_PAGES

const ALL: readonly Page[] = ['people', 'organisations', 'file', 'providers', 'settings', 'feeds', 'holds']
/** Those without people: in the demo everybody is invented. */
const IN_DEMO: readonly Page[] = ['settings', 'feeds']

/** The pages of who administers all of brancard. */
export function AdminTabs(props: { current: Page; demo?: boolean | undefined }) {
  const tab = (page: Page) => ({
    href: ADMIN_PAGES[page],
    label: t(`admin.places.${page}`),
    current: props.current === page,
  })
  return <Tabs label={t('admin.places.label')} tabs={(props.demo ? IN_DEMO : ALL).map(tab)} />
}
