import { Show } from 'solid-js'

import type { FiguresAge } from '#shared/wire/shares.ts'
import { age } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'

import './share-head.css'

type Props = {
  total: number | null
  /** By which key: "tabel 1 van het plan". */
  keyWords: string
  figures: FiguresAge
  /** Sum of the gaps, in patients; undefined where some are withheld. */
  spread: number | undefined
  now: string
}

/** How many patients there are to share, by which key, how far apart they lie, and how old that is. */
export function ShareHead(props: Props) {
  const words = () =>
    [
      props.spread === undefined ? undefined : t('shares.apart', { count: Math.round(props.spread) }),
      props.keyWords,
      props.figures.oldest === null
        ? undefined
        : t('shares.oldest', { age: age(props.figures.oldest, props.now) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <div class="share-head">
      <p class="share-head__total">
        {props.total === null ? t('shares.totalHidden') : t('shares.total', { count: props.total })}
      </p>
      <p class="share-head__words">{words()}</p>
      <Show when={props.figures.expired > 0}>
        <p class="share-head__words">{t('shares.expired', { count: props.figures.expired })}</p>
      </Show>
    </div>
  )
}
