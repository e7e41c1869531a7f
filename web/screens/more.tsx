import { For } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Icon } from '#web/parts/icon.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { BELOW, navFor } from '#web/routes.ts'
import { myRoles } from '#web/state/session.ts'

import '#web/pieces/list-line.css'
import './more.css'

/** Where a phone's bar has no room for. */
export default function More() {
  return (
    <>
      <PageHead title={t('app.title.more')} />
      <nav aria-label={t('app.title.more')}>
        <For each={navFor(myRoles()).slice(BELOW - 1)}>
          {({ path, nav }) => (
            <a class="list-line more__line" href={path}>
              <Icon name={nav.icon} />
              {t(nav.label)}
              <Icon name="chevron-right" />
            </a>
          )}
        </For>
      </nav>
    </>
  )
}
