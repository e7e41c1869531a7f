import type { Beds } from '#shared/beds/beds.ts'
import { t } from '#web/i18n/t.ts'
import { MarkerBar } from '#web/parts/bar.tsx'

import './share-bar.css'

export type Share = { group: string; present: number; target: number; deficit: number }

/** Every bar ends a quarter past its mark, so that all marks stand under each other. */
const PAST_MARK = 1.25

/** "3 onder aandeel" */
export function gapWords({ present, target }: Pick<Share, 'present' | 'target'>): string {
  const gap = target - present
  if (gap === 0) return t('matching.share.even')
  return gap > 0 ? t('matching.share.under', { count: gap }) : t('matching.share.over', { count: -gap })
}

/** Present load against fair share (R7), the gap written out. */
export function ShareBar(props: { share: Share; name: string }) {
  const figures = () =>
    t('matching.share.figures', { present: props.share.present, target: props.share.target })
  return (
    <div class="share-bar">
      <MarkerBar
        value={props.share.present}
        max={Math.max(1, props.share.target) * PAST_MARK}
        marker={props.share.target}
        label={t('matching.share.label', { group: props.name })}
        valueText={`${figures()}, ${gapWords(props.share)}`}
      />
      <p class="share-bar__words" aria-hidden="true">
        <strong>{gapWords(props.share)}</strong>
        <span>
          {props.name} {figures()}
        </span>
      </p>
    </div>
  )
}

/** Within one region the share says nothing: there the bar is the hospital's own load against what it staffs. */
export function LoadBar(props: { beds: Beds; name: string }) {
  const used = () => props.beds.occupied + props.beds.reserved
  const figures = () => t('matching.load.figures', { used: used(), operational: props.beds.operational })
  return (
    <div class="share-bar">
      <MarkerBar
        value={used()}
        max={Math.max(1, props.beds.operational)}
        marker={Math.max(0, props.beds.operational - props.beds.boss)}
        label={t('matching.load.label', { name: props.name })}
        valueText={`${figures()}, ${t('matching.load.boss', { count: props.beds.boss })}`}
      />
      <p class="share-bar__words" aria-hidden="true">
        <strong>{figures()}</strong>
        <span>{t('matching.load.boss', { count: props.beds.boss })}</span>
      </p>
    </div>
  )
}
