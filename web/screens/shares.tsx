import { useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'

import { spreadOf } from '#shared/fair-share/share-board.ts'
import type { Bed } from '#shared/terms.ts'
import type { SharesLevel } from '#shared/wire/shares.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { GroupTable } from '#web/pieces/fair-share/group-table.tsx'
import { ShareHead } from '#web/pieces/fair-share/share-head.tsx'
import { LevelTabs } from '#web/pieces/level-tabs.tsx'
import { now } from '#web/state/now.ts'
import { createShares } from '#web/state/shares.ts'

import { Exemptions } from './shares/exemptions.tsx'
import { History } from './shares/history.tsx'
import { Keys } from './shares/keys.tsx'
import { Loaded } from './shares/loaded.tsx'

import './shares.css'

/** What each share group should have, has and has under way; who is exempt, and by which key. */
export default function Shares() {
  const [params] = useSearchParams<{ bed: string }>()
  const level = (): Bed => (params.bed === 'ward' ? 'ward' : 'ic')
  const shares = createShares()
  return (
    <>
      <PageHead
        title={t('shares.title')}
        side={
          <LinkButton variant="quiet" href="/buitenland">
            {t('abroad.title')}
          </LinkButton>
        }
      />
      <LevelTabs level={level()} hrefOf={(bed) => `/verdeling?bed=${bed}`} />
      <Loaded opened={shares}>
        {(view) => (
          <Show when={view().levels.find(({ bed }) => bed === level())}>
            {(found) => <Level level={found()} />}
          </Show>
        )}
      </Loaded>
      <Exemptions />
      <History bed={level()} />
      <Keys bed={level()} />
    </>
  )
}

function Level(props: { level: SharesLevel }) {
  const hides = createMemo(() => props.level.groups.some(({ present }) => present === null))
  const keyWords = () => {
    const set = props.level.keySet
    if (set === null) return t('shares.key.table')
    const { decidedBy, from, reason } = set
    return t('shares.key.set', { who: t(`shares.decider.${decidedBy}`), at: moment(from, now()), reason })
  }
  return (
    <>
      <ShareHead
        total={props.level.total}
        keyWords={keyWords()}
        figures={props.level.figures}
        spread={hides() ? undefined : spreadOf(props.level.groups)}
        now={now()}
      />
      <GroupTable
        bed={props.level.bed}
        rows={props.level.groups}
        hrefOf={(region) => `/regio/${region}?bed=${props.level.bed}`}
      />
      <Show when={hides() || props.level.groups.some(({ after }) => after === null)}>
        <p class="shares__note">{t('shares.fewText')}</p>
      </Show>
    </>
  )
}
