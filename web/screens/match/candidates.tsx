import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'

import { hospital } from '#shared/reference/hospitals.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { VisuallyHidden } from '#web/parts/visually-hidden.tsx'
import { candidateReasons } from '#web/pieces/matching/candidate-reasons.ts'
import { MatchCandidate } from '#web/pieces/matching/match-candidate.tsx'
import { groupName } from '#web/pieces/matching/match-rule.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { LoadBar, ShareBar } from '#web/pieces/matching/share-bar.tsx'
import { now } from '#web/state/now.ts'

type Props = {
  match: MatchView
  transfer: Transfer
  chosen: string | undefined
  onChoose: ((hospital: string) => void) | undefined
  /** Under the chosen one: why it is chosen. */
  why: JSX.Element
}

const SHOWN = 6

/** The ranked hospitals in the server's order: radios where one may be chosen; the first six, then all. */
export function Candidates(props: Props) {
  const group = createUniqueId()
  const [all, setAll] = createSignal(false)
  const ids = () => props.match.candidates.map((candidate) => candidate.hospital)
  const shown = () => ids().filter((id, index) => all() || index < SHOWN || id === props.chosen)
  return (
    <fieldset class="match-candidates">
      <legend>
        <VisuallyHidden>{t('matching.choose.legend')}</VisuallyHidden>
      </legend>
      <ol>
        <For each={shown()}>
          {(id) => (
            <Show when={props.match.candidates.find((candidate) => candidate.hospital === id)}>
              {(candidate) => (
                <MatchCandidate
                  candidate={candidate()}
                  reasons={candidateReasons(candidate(), props.match, props.transfer)}
                  bar={<LoadOrShare candidate={candidate()} match={props.match} />}
                  urgent={props.transfer.kind === 'urgent'}
                  elsewhere={hospital(id)?.region !== props.transfer.fromRegion}
                  group={props.onChoose && group}
                  chosen={props.chosen === id}
                  onChoose={() => props.onChoose?.(id)}
                  now={now()}
                >
                  {props.why}
                </MatchCandidate>
              )}
            </Show>
          )}
        </For>
      </ol>
      <Show when={shown().length < ids().length}>
        <div class="match-more">
          <Button variant="quiet" onClick={() => setAll(true)}>
            {t('matching.choose.all', { count: ids().length })}
          </Button>
        </div>
      </Show>
    </fieldset>
  )
}

function LoadOrShare(props: { candidate: MatchView['candidates'][number]; match: MatchView }) {
  const share = () =>
    props.match.level === 'national'
      ? props.match.share.find(({ group }) => group === props.candidate.group)
      : undefined
  return (
    <Show
      when={share()}
      fallback={<LoadBar beds={props.candidate.beds} name={hospitalName(props.candidate.hospital)} />}
    >
      {(found) => <ShareBar share={found()} name={groupName(found().group)} />}
    </Show>
  )
}
