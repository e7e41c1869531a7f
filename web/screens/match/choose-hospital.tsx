import { Show } from 'solid-js'

import { routeOf } from '#shared/matching/route.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { ExcludedList } from '#web/pieces/matching/excluded-list.tsx'
import { MatchRule } from '#web/pieces/matching/match-rule.tsx'
import { NobodyFound } from '#web/pieces/matching/nobody-found.tsx'
import { term } from '#web/pieces/term.ts'
import { now } from '#web/state/now.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { AbroadChoices } from './abroad-choices.tsx'
import { Candidates } from './candidates.tsx'
import { ChooseActs } from './choose-acts.tsx'
import { createOffering, type Offering, WHY } from './create-offering.ts'
import { EarlierAnswers } from './earlier-answers.tsx'
import { isTakenByOther, mayTake } from './may-take.ts'

type Props = { transfer: Transfer; match: MatchView; acting: Acting }

/** The ranked hospitals, the one that is chosen, and the offer; or every way on when there is nobody. */
export function ChooseHospital(props: Props) {
  const free = () => !isTakenByOther(props.transfer)
  /** The nation's list is the LCPS' to choose from; the RCPS sees what it hands over into. */
  const isOurs = () => props.match.level !== 'national' || props.transfer.level === 'national'
  const offers = () => mayTake(props.transfer, 'transfer.offer') && free() && isOurs()
  const handsOver = () =>
    mayTake(props.transfer, 'transfer.hand-over') &&
    props.transfer.level === 'region' &&
    free() &&
    isNationOpen(props.transfer, props.match)
  const handsBack = () =>
    mayTake(props.transfer, 'transfer.hand-back') && props.transfer.level === 'national' && free()
  const offering = createOffering(props, offers)
  const place = () => (offers() ? offering.place() : undefined)
  return (
    <div class="match-detail__step">
      <Section title={t('matching.choose.title')} side={sideOf(props.match)}>
        <Show
          when={props.match.candidates.length > 0}
          fallback={
            <NobodyFound
              match={props.match}
              transfer={props.transfer}
              handsOver={handsOver()}
              handsBack={handsBack()}
            />
          }
        >
          <Show when={!isOurs()}>
            <p>{t('matching.choose.preview')}</p>
          </Show>
          <Show when={offers() && offering.isPassed()}>
            <Notice kind="info" title={t('matching.choose.changed')} live="polite">
              {t('matching.choose.changedText')}
            </Notice>
          </Show>
          <Candidates
            match={props.match}
            transfer={props.transfer}
            chosen={place()}
            onChoose={offers() ? offering.choose : undefined}
            why={<Why offering={offering} />}
          />
        </Show>
        <ExcludedList excluded={props.match.excluded} />
        <MatchRule match={props.match} asked={props.transfer} />
      </Section>
      <AbroadChoices
        match={props.match}
        chosen={place()}
        onChoose={offers() ? offering.choose : undefined}
        why={<Why offering={offering} />}
      />
      <EarlierAnswers transfer={props.transfer.id} />
      <ChooseActs
        transfer={props.transfer}
        match={props.match}
        acting={props.acting}
        hospital={place()}
        hands={handsBack() ? 'back' : handsOver() ? 'over' : undefined}
        onOffer={() => void offering.offer()}
      />
    </div>
  )
}

/** Why another than the first, or one that does not meet the criteria. */
function Why(props: { offering: Offering }) {
  return (
    <Show when={props.offering.needsReason()}>
      <TextArea
        id={WHY}
        label={t(whyAsked(props.offering))}
        hint={t('matching.offer.whyHint')}
        error={props.offering.isMissing() ? t('refusals.reason.required') : undefined}
        limit={FREE_TEXT_MAX}
        rows={2}
        value={props.offering.typedReason()}
        onChange={props.offering.say}
      />
    </Show>
  )
}

const whyAsked = ({ isBeyond, isFirst }: Offering) => {
  if (isBeyond()) return 'matching.offer.whyBeyond'
  return isFirst() ? 'matching.offer.whyUnmet' : 'matching.offer.whyNotFirst'
}

/** R2: whether the LCPS may look further for this request in this phase. */
const isNationOpen = ({ kind, ground }: Transfer, { phase }: MatchView): boolean =>
  routeOf({ kind, ...(ground === null ? {} : { ground }), phase }).search.includes('national')

/** "in de regio · fase 2b · stand van 14:02" */
const sideOf = ({ level, phase, at }: MatchView): string =>
  t('matching.choose.side', {
    level: level === 'none' ? term('level', 'region') : term('level', level),
    phase,
    time: moment(at, now()),
  })
