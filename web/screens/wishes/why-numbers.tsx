import { For, Show } from 'solid-js'

import { group } from '#shared/reference/regions.ts'
import type { Proposal, ShareLine } from '#shared/wishes/propose-wishes.ts'
import { t } from '#web/i18n/t.ts'
import { Disclosure } from '#web/parts/disclosure.tsx'

const nameOf = (id: string): string => group(id)?.name ?? id

/** What the proposal rests on: who is above and below its share, what is given and taken. */
export function WhyNumbers(props: { proposal: Proposal | undefined }) {
  const moved = () => (props.proposal?.groups ?? []).filter(({ gives, takes }) => gives + takes > 0)
  const line = ({ group: id, present, target, gives, takes }: ShareLine) =>
    gives > 0
      ? t('wishes.form.above', { group: nameOf(id), count: present - target, gives })
      : t('wishes.form.below', { group: nameOf(id), count: target - present, takes })
  return (
    <Show when={props.proposal} fallback={<p>{t('wishes.form.closed')}</p>}>
      {(proposal) => (
        <Show when={moved().length > 0} fallback={<p class="wish-hint">{t('wishes.form.even')}</p>}>
          <Disclosure label={t('wishes.form.why')}>
            <ul>
              <For each={moved()}>{(share) => <li>{line(share)}</li>}</For>
            </ul>
            <p>{t('wishes.form.least')}</p>
          </Disclosure>
          <Show when={proposal().noRoom > 0}>
            <p>{t('wishes.form.noRoom', { count: proposal().noRoom })}</p>
          </Show>
        </Show>
      )}
    </Show>
  )
}
