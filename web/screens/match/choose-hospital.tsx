import { createSignal, Show } from 'solid-js'

import { routeOf } from '#shared/matching/route.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { ExcludedList } from '#web/pieces/matching/excluded-list.tsx'
import { MatchRule } from '#web/pieces/matching/match-rule.tsx'
import { NobodyFound } from '#web/pieces/matching/nobody-found.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { Candidates } from './candidates.tsx'
import { ChooseActs } from './choose-acts.tsx'
import { createChosen } from './create-chosen.ts'
import { EarlierAnswers } from './earlier-answers.tsx'
import { isTakenByOther, mayTake } from './may-take.ts'

type Props = { transfer: Transfer; match: MatchView; acting: Acting }
type Typed = { hospital?: string; reason?: string }
const WHY = 'offer-why'

/** The ranked hospitals, the one that is chosen, and the offer; or every way on when there is nobody. */
export function ChooseHospital(props: Props) {
  const [typed, setTyped, clear] = createDraft<Typed>(`offer:${props.transfer.id}`)
  const [tried, setTried] = createSignal(false)
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
  const { chosen, isPassed } = createChosen(
    () => props.match.candidates,
    () => typed()?.hospital,
  )
  const isFirst = () => chosen() === props.match.candidates[0]
  const unmet = () => !props.match.eligibility.eligible
  const needsReason = () => offers() && (!isFirst() || unmet())
  const reason = () => (typed()?.reason ?? '').trim()
  const lacks = () => needsReason() && (reason() === '' || [...reason()].length > FREE_TEXT_MAX)

  async function offer(): Promise<void> {
    const hospital = chosen()?.hospital
    if (hospital === undefined) return
    if (lacks()) {
      setTried(true)
      document.getElementById(WHY)?.focus()
      return
    }
    const queued = await props.acting.run('transfer.offer', {
      transfer: props.transfer.id,
      reservation: crypto.randomUUID(),
      hospital,
      ...(needsReason() ? { reason: reason() } : {}),
    })
    if (!queued) return
    announce(t('matching.offer.queued', { hospital: hospitalName(hospital) }))
    await clear()
  }
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
          <Show when={offers() && isPassed()}>
            <Notice kind="info" title={t('matching.choose.changed')} live="polite">
              {t('matching.choose.changedText')}
            </Notice>
          </Show>
          <Candidates
            match={props.match}
            transfer={props.transfer}
            chosen={offers() ? chosen()?.hospital : undefined}
            onChoose={offers() ? (hospital) => setTyped({ ...typed(), hospital }) : undefined}
            why={
              <Show when={needsReason()}>
                <TextArea
                  id={WHY}
                  label={isFirst() ? t('matching.offer.whyUnmet') : t('matching.offer.whyNotFirst')}
                  hint={t('matching.offer.whyHint')}
                  error={tried() && reason() === '' ? t('refusals.reason.required') : undefined}
                  limit={FREE_TEXT_MAX}
                  rows={2}
                  value={typed()?.reason ?? ''}
                  onChange={(text) => setTyped({ ...typed(), reason: text })}
                />
              </Show>
            }
          />
        </Show>
        <ExcludedList excluded={props.match.excluded} />
        <MatchRule match={props.match} asked={props.transfer} />
      </Section>
      <EarlierAnswers transfer={props.transfer.id} />
      <ChooseActs
        transfer={props.transfer}
        match={props.match}
        acting={props.acting}
        hospital={offers() ? chosen()?.hospital : undefined}
        hands={handsBack() ? 'back' : handsOver() ? 'over' : undefined}
        onOffer={() => void offer()}
      />
    </div>
  )
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
