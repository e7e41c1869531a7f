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
  const joined = (parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ')
  const words = () =>
    joined([
      props.spread === undefined ? undefined : t('shares.apart', { count: Math.round(props.spread) }),
      props.keyWords,
    ])
  const old = () => {
    const { oldest, expired } = props.figures
    return joined([
      oldest === null ? undefined : t('shares.oldest', { age: age(oldest, props.now) }),
      expired > 0 ? t('shares.expired', { count: expired }) : undefined,
    ])
  }
  return (
    <div class="share-head">
      <p class="share-head__total">
        {props.total === null ? t('shares.totalHidden') : t('shares.total', { count: props.total })}
      </p>
      <p class="share-head__words">{words()}</p>
      <Show when={old()}>
        <p class="share-head__words">{old()}</p>
      </Show>
    </div>
  )
}
