import { Show } from 'solid-js'

import type { MatchView } from '#shared/wire/reads.ts'
import { age } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { BedFigures } from '#web/pieces/beds/bed-figures.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'

import './verify-figures.css'

type Props = {
  from: string
  fromRegion: string
  match: Pick<MatchView, 'origin' | 'regionFree'>
  /** ISO, the server's clock. */
  now: string
}

/** What a shortage is verified against: the origin's own figures, and what its region still has. */
export function VerifyFigures(props: Props) {
  const name = () => hospitalName(props.from)
  return (
    <div class="verify-figures">
      <div class="verify-figures__part">
        <h3>{name()}</h3>
        <Show when={props.match.origin} fallback={<p>{t('matching.verify.noFigures', { name: name() })}</p>}>
          {(origin) => (
            <>
              <StateMark
                state={origin().freeInclBoss === 0 ? 'done' : 'stopped'}
                label={
                  origin().freeInclBoss === 0
                    ? t('matching.verify.agrees')
                    : t('matching.verify.disagrees', { count: origin().freeInclBoss })
                }
              />
              <BedFigures beds={origin().beds} now={props.now} withBoss />
            </>
          )}
        </Show>
      </div>
      <div class="verify-figures__part">
        <h3>{t('matching.verify.region', { region: regionName(props.fromRegion) })}</h3>
        <p class="free-beds">
          <span class="free-beds__count">{props.match.regionFree.free}</span>
          <span class="free-beds__words">
            <span>{t('beds.free')}</span>
            <Show when={props.match.regionFree.freeInclBoss !== props.match.regionFree.free}>
              <span class="free-beds__boss">
                {t('beds.freeWithBoss', { count: props.match.regionFree.freeInclBoss })}
              </span>
            </Show>
          </span>
        </p>
        <Show when={props.match.regionFree.reportedAt}>
          {(oldest) => (
            <p class="verify-figures__text">{t('beds.total.oldest', { age: age(oldest(), props.now) })}</p>
          )}
        </Show>
        <p class="verify-figures__text">{t('matching.verify.regionText')}</p>
      </div>
    </div>
  )
}
