import { Show } from 'solid-js'

import { freeBeds } from '#shared/beds/capacity.ts'
import type { Kind } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { BedFigures } from '#web/pieces/beds/bed-figures.tsx'
import { createBeds } from '#web/state/beds.ts'
import { now } from '#web/state/now.ts'

/** The own figures beside the question, and that the last bed is given once. */
export function OwnBedsBeside(props: { beds: string; kind: Kind }) {
  const rows = createBeds()
  const row = () => rows()?.find(({ id }) => id === props.beds)
  /** What this patient may use: a planned one never takes a safety bed (R8). */
  const left = () => {
    const beds = row()
    if (beds === undefined) return undefined
    const { free, freeInclBoss } = freeBeds({ ...beds, now: now() })
    return props.kind === 'urgent' ? freeInclBoss : free
  }
  return (
    <Show when={row()}>
      {(beds) => (
        <Section
          title={t('matching.offers.ownBeds')}
          side={<a href="/bedden">{t('matching.offers.toBeds')}</a>}
        >
          <div class="offer-detail__own">
            <BedFigures beds={beds()} now={now()} withBoss={props.kind === 'urgent'} />
            <Show when={left() === 1}>
              <Notice kind="warn" title={t('matching.offers.last')}>
                {t('matching.offers.lastText')}
              </Notice>
            </Show>
            <Show when={left() === 0}>
              <Notice kind="stop" title={t('matching.offers.noneLeft')}>
                {t(
                  props.kind === 'planned' && beds().boss > 0
                    ? 'matching.offers.noneLeftPlanned'
                    : 'matching.offers.noneLeftText',
                )}
              </Notice>
            </Show>
          </div>
        </Section>
      )}
    </Show>
  )
}
