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
/** Of a hospital: its own people and lines, and what holds for everybody, to read. */
const OWN: readonly Page[] = ['people', 'organisations', 'settings']
/** Those without people: in the demo everybody is invented. */
const IN_DEMO: readonly Page[] = ['settings', 'feeds']

type Props = {
  current: Page
  /** Administers all of brancard, not the people of one hospital. */
  all: boolean
  demo?: boolean | undefined
}

/** An administrator's pages. */
export function AdminTabs(props: Props) {
  const tab = (page: Page) => ({
    href: ADMIN_PAGES[page],
    label: t(`admin.places.${page}`),
    current: props.current === page,
  })
  const pages = () => (props.demo ? IN_DEMO : props.all ? ALL : OWN)
  return <Tabs label={t('admin.places.label')} tabs={pages().map(tab)} />
}
