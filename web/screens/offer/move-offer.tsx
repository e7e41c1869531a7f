import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'

import { guardReservation } from '#shared/access/guard.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import { reservationSteps } from '#shared/beds/reservation-steps.ts'
import { matchInput } from '#shared/matching/match-facts.ts'
import { matchHospitals } from '#shared/matching/rank-hospitals.ts'
import { roadBetween } from '#shared/reference/distances.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { VisuallyHidden } from '#web/parts/visually-hidden.tsx'
import { ExcludedList } from '#web/pieces/matching/excluded-list.tsx'
import { MatchCandidate } from '#web/pieces/matching/match-candidate.tsx'
import { OfferProgress } from '#web/pieces/beds/offer-progress.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'
import { LoadBar } from '#web/pieces/matching/share-bar.tsx'
import { createBeds } from '#web/state/beds.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createPhases } from '#web/state/phases.ts'
import { createRegister } from '#web/state/register.ts'
import { createReservations } from '#web/state/reservations.ts'
import { me } from '#web/state/session.ts'

import type { Acting } from '#web/screens/create-acting.ts'

type Props = {
  reservation: Reservation
  transfer: Transfer
  clinical: Clinical | undefined
  acting: Acting
}
type Candidate = MatchView['candidates'][number]
type Regional = { candidates: Candidate[]; excluded: MatchView['excluded'] }

/** A national offer in this region: the RCPS may move it to another of its hospitals, with a reason (plan 4.2). */
export function MoveOffer(props: Props) {
  const may = () =>
    !(
      'refused' in
      guardReservation(props.reservation, props.transfer, me(), reservationSteps['reservation.move'])
    )
  const regional = createRegional(props)
  return (
    <div class="match-detail__step">
      <Section title={t('matching.offered.title', { hospital: hospitalName(props.reservation.hospital) })}>
        <OfferProgress reservation={props.reservation} readyFrom={props.transfer.readyFrom} now={now()} />
      </Section>
      <Show when={may() && props.reservation.region !== props.transfer.fromRegion && regional()}>
        {(found) => <Choose {...props} regional={found()} />}
      </Show>
    </div>
  )
}

/** R8 over this device's own rows, cut to the region: a preview; the server decides. */
function createRegional(props: Props) {
  const beds = createBeds()
  const phases = createPhases()
  const exempt = createRegister('exemption')
  const keys = createRegister('key-set')
  const reservations = createReservations((row) => row.transfer === props.transfer.id)
  return createMemo<Regional | undefined>(() => {
    const rows = beds()
    const lines = phases()
    const [exemptions, keySets] = [exempt(), keys()]
    const asked = reservations()
    const { clinical, transfer, reservation } = props
    if (!rows || !lines || !exemptions || !keySets || !asked || !clinical) return undefined
    const facts = { beds: rows, reservations: asked, phases: lines, register: [...exemptions, ...keySets] }
    const match = matchHospitals(matchInput(transfer, clinical, facts, now()))
    const isHere = (id: string) => hospital(id)?.region === reservation.region && id !== reservation.hospital
    return {
      candidates: match.candidates
        .filter((found) => isHere(found.hospital))
        .flatMap((found) => {
          const row = rows.find(({ hospital: id, bed }) => id === found.hospital && bed === transfer.bed)
          return row === undefined ? [] : [withFigures(found, row, transfer.from)]
        }),
      excluded: Object.fromEntries(Object.entries(match.excluded).filter(([id]) => isHere(id))),
    }
  })
}

const withFigures = (
  found: Omit<Candidate, 'group' | 'roadKm' | 'beds' | 'freshness'>,
  beds: Candidate['beds'],
  from: string,
): Candidate => ({
  ...found,
  group: hospital(found.hospital)?.group ?? '',
  roadKm: roadBetween(from, found.hospital)?.km ?? Math.round(found.distanceKm),
  beds,
  freshness: freeBeds({ ...beds, now: now() }).freshness,
})

type Typed = { hospital?: string; reason?: string }
const WHY = 'move-why'

function Choose(props: Props & { regional: Regional }) {
  const group = createUniqueId()
  const [typed, setTyped, clear] = createDraft<Typed>(`move:${props.reservation.id}`)
  const [tried, setTried] = createSignal(false)
  const chosen = () =>
    props.regional.candidates.find(({ hospital: id }) => id === typed()?.hospital)?.hospital
  const reason = () => (typed()?.reason ?? '').trim()
  async function move(): Promise<void> {
    setTried(true)
    const to = chosen()
    if (to === undefined) return
    if (reason() === '' || [...reason()].length > FREE_TEXT_MAX) {
      document.getElementById(WHY)?.focus()
      return
    }
    const payload = {
      reservation: props.reservation.id,
      to: crypto.randomUUID(),
      hospital: to,
      reason: reason(),
    }
    if (!(await props.acting.run('reservation.move', payload))) return
    announce(t('matching.move.queued', { hospital: hospitalName(to) }))
    await clear()
  }
  return (
    <Section title={t('matching.move.title', { region: regionName(props.reservation.region) })}>
      <p>{t('matching.move.text')}</p>
      <Show when={props.regional.candidates.length > 0} fallback={<p>{t('matching.move.nobody')}</p>}>
        <fieldset>
          <legend>
            <VisuallyHidden>{t('matching.choose.legend')}</VisuallyHidden>
          </legend>
          <ol>
            <For each={props.regional.candidates}>
              {(candidate) => (
                <MatchCandidate
                  candidate={candidate}
                  reasons={[]}
                  bar={<LoadBar beds={candidate.beds} name={hospitalName(candidate.hospital)} />}
                  urgent={props.transfer.kind === 'urgent'}
                  elsewhere={false}
                  group={group}
                  chosen={chosen() === candidate.hospital}
                  onChoose={() => setTyped({ ...typed(), hospital: candidate.hospital })}
                  now={now()}
                >
                  <TextArea
                    id={WHY}
                    label={t('matching.move.why')}
                    hint={t('matching.offer.whyHint')}
                    error={tried() && reason() === '' ? t('refusals.reason.required') : undefined}
                    limit={FREE_TEXT_MAX}
                    rows={2}
                    value={typed()?.reason ?? ''}
                    onChange={(text) => setTyped({ ...typed(), reason: text })}
                  />
                </MatchCandidate>
              )}
            </For>
          </ol>
        </fieldset>
      </Show>
      <ExcludedList excluded={props.regional.excluded} />
      <Show when={chosen()}>
        {(to) => (
          <ActionBar>
            <Button
              variant="primary"
              busy={props.acting.busy() || props.acting.isUnderWay('reservation.move')}
              onClick={() => void move()}
            >
              {t('matching.move.to', { hospital: hospitalName(to()) })}
            </Button>
          </ActionBar>
        )}
      </Show>
    </Section>
  )
}
