import { Show } from 'solid-js'

import type { Beds, Observed } from '#shared/beds/beds.ts'
import { differing } from '#shared/beds/observe.ts'
import { age, moment, until } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'

import { figureWord } from './figure-word.ts'
import { correctedWords, sourceWord } from './freshness.tsx'

type Props = {
  beds: Beds
  now: string
  /** Of the own desk: takes over what lies beside. */
  onTake?: ((figures: Observed) => void) | undefined
  /** Of a coordinator whose hospital it is. */
  onLift?: (() => void) | undefined
}

const SOON_MS = 2 * 3_600_000

/** The end of a correction that falls away within two hours: whoever relies on it says it anew, or asks again. */
const endsSoon = ({ correction }: Beds, now: string): string | undefined =>
  correction != null && Date.parse(correction.until) - Date.parse(now) < SOON_MS
    ? correction.until
    : undefined

/** What lies over or beside the figures: a correction with what it covers, a feed that says otherwise. */
export function BedLayers(props: Props) {
  const beneath = () => (props.beds.correction ? props.beds.beneath : undefined)
  return (
    <>
      <Show when={beneath()}>
        {(figures) => (
          <Notice
            kind="info"
            title={correctedWords(props.beds, props.now) ?? ''}
            action={
              props.onLift && <Button onClick={() => props.onLift?.()}>{t('beds.correct.lift')}</Button>
            }
          >
            {t('beds.corrected.beneath', {
              operational: figures().operational,
              occupied: figures().occupied,
              age: age(figures().reportedAt, props.now),
              source: sourceWord(figures()),
            })}
            <Show when={endsSoon(props.beds, props.now)}>
              {(end) => <strong> {t('beds.corrected.ends', { until: until(end(), props.now) })}</strong>}
            </Show>
          </Notice>
        )}
      </Show>
      <Show when={props.beds.beside}>
        {(feed) => (
          <Notice
            kind="warn"
            title={t('beds.beside.title', {
              source: sourceWord(feed()),
              figures: differences(props.beds, feed()),
            })}
            action={
              props.onTake && <Button onClick={() => props.onTake?.(feed())}>{t('beds.beside.take')}</Button>
            }
          >
            {t(props.onTake ? 'beds.beside.text' : 'beds.beside.others', {
              time: moment(feed().observedAt, props.now),
            })}
          </Notice>
        )}
      </Show>
    </>
  )
}

const differences = (beds: Beds, feed: Observed): string =>
  differing(beds, feed)
    .map((figure) =>
      t('beds.beside.figure', { field: figureWord(figure).toLowerCase(), count: feed[figure] }),
    )
    .join(', ')
