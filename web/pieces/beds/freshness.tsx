import { Show } from 'solid-js'

import type { Beds, Observed } from '#shared/beds/beds.ts'
import { freshnessOf } from '#shared/beds/capacity.ts'
import { countedSince } from '#shared/beds/observe.ts'
import { age, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { actorOrg } from '#web/pieces/rcps-name.ts'
import { term } from '#web/pieces/term.ts'

import './freshness.css'

type Props = {
  beds: Beds
  /** ISO, the server's clock. */
  now: string
  /** In a table's cell: "6 min geleden, LPZ · +1 geteld". */
  brief?: boolean | undefined
}

/** "bedcoördinator", "LPZ", or the feed's own name. */
export const sourceWord = ({ source, feed }: Pick<Observed, 'source' | 'feed'>): string =>
  source === 'lpz' && feed && feed !== 'lpz' ? feed : term('source', source)

const signed = (count: number): string => (count > 0 ? `+${count}` : `−${-count}`)

/** "bijgewerkt 6 min geleden door LPZ, sindsdien +1 geteld door brancard". */
export function updatedWords(beds: Beds, now: string, brief = false): string {
  if (beds.reportedAt < '2000') return t('beds.updated.never')
  const text = t(brief ? 'beds.updated.brief' : 'beds.updated', {
    age: age(beds.reportedAt, now),
    source: sourceWord(beds),
  })
  const counted = countedSince(beds)
  return counted === 0
    ? text
    : t(brief ? 'beds.updated.countedBrief' : 'beds.updated.counted', { text, count: signed(counted) })
}

/** "Gecorrigeerd door LCPS (telefonisch gehoord), tot 18:00". */
export function correctedWords({ correction }: Beds, now: string): string | undefined {
  if (correction == null) return undefined
  return t('beds.corrected', {
    who: actorOrg(correction.by.role, correction.by.org),
    reason: t(`beds.correct.reason.${correction.reason}`),
    until: moment(correction.until, now),
  })
}

/** Age and source of figures, wherever they are shown; with the mark of what is old once over four hours (R6). */
export function Freshness(props: Props) {
  const old = () => freshnessOf(props.beds.reportedAt, props.now)
  const words = () =>
    correctedWords(props.beds, props.now) ?? updatedWords(props.beds, props.now, props.brief)
  return (
    <span class="freshness">
      <Show when={old() !== 'fresh'} fallback={words()}>
        <StateMark state="old" label={term('freshness', old())} note={words()} />
      </Show>
    </span>
  )
}
