import { createSignal, For, Show } from 'solid-js'

import type { Bed } from '#shared/terms.ts'
import { pairKey, type WishPair } from '#shared/wishes/wish.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { Stepper } from '#web/parts/stepper.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { regionName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { createActing } from '#web/screens/create-acting.ts'

import { AddPair } from './add-pair.tsx'
import { createPublishing } from './create-publishing.ts'
import type { Wishes } from './create-wishes.ts'
import { WhyNumbers } from './why-numbers.tsx'

type Props = { bed: Bed; wishes: Wishes; onDone: () => void }
const NOTE_MAX = 280

/** The LCPS sets the day's numbers: the rule's proposal stands there, every number may be changed. */
export function PublishForm(props: Props) {
  const publishing = createPublishing(() => props.bed, props.wishes)
  const { run, busy, stopped } = createActing(() => `wish:${props.bed}`)
  const [note, setNote] = createSignal('')
  const total = () => publishing.pairs().reduce((sum, { wanted }) => sum + wanted, 0)
  const proposedTotal = () => publishing.pairs().reduce((sum, { proposed }) => sum + proposed, 0)
  const publish = async () => {
    const base = props.wishes.wish()?.version ?? 0
    const done = await run('wish.publish', {
      wish: crypto.randomUUID(),
      day: props.wishes.day(),
      bed: props.bed,
      base,
      pairs: publishing.pairs().filter(({ wanted, proposed }) => wanted > 0 || proposed > 0),
      ...(note().trim() === '' ? {} : { note: note().trim() }),
    })
    if (!done) return
    publishing.clear()
    announce(t('wishes.form.published', { version: base + 1 }))
    props.onDone()
  }
  return (
    <div class="wish-form">
      <Section
        title={t('wishes.form.title', { bed: term('bed', props.bed) })}
        side={t('wishes.form.total', { count: total() })}
      >
        <Stepper
          label={t('wishes.form.most')}
          value={publishing.most() ?? proposedTotal()}
          onChange={publishing.limit}
          max={500}
        />
        <p class="wish-hint">{t('wishes.form.mostHint')}</p>
        <WhyNumbers proposal={publishing.proposal()} />
        <ul class="wish-form__pairs">
          <For each={publishing.pairs().map(pairKey)}>
            {(key) => (
              <Show when={publishing.pairs().find((pair) => pairKey(pair) === key)}>
                {(pair) => <PairLine pair={pair()} onChange={(wanted) => publishing.set(pair(), wanted)} />}
              </Show>
            )}
          </For>
        </ul>
        <AddPair onAdd={(pair) => publishing.set(pair, 1)} />
        <TextArea
          label={t('wishes.form.note')}
          hint={t('matching.noteHint')}
          value={note()}
          onChange={setNote}
          limit={NOTE_MAX}
          rows={2}
          optional
        />
        <Show when={stopped()}>{(why) => <ActStop stopped={why()} />}</Show>
        <div class="wish-form__acts">
          <Button variant="primary" busy={busy()} onClick={() => void publish()}>
            {t('wishes.form.publish')}
          </Button>
          <Button onClick={publishing.takeProposal}>{t('wishes.form.propose')}</Button>
          <Button variant="quiet" onClick={props.onDone}>
            {t('common.cancel')}
          </Button>
        </div>
      </Section>
    </div>
  )
}

function PairLine(props: { pair: WishPair; onChange: (wanted: number) => void }) {
  const name = () => `${regionName(props.pair.from)} → ${regionName(props.pair.to)}`
  const differs = () => props.pair.wanted !== props.pair.proposed
  return (
    <li>
      <Stepper
        label={name()}
        value={props.pair.wanted}
        onChange={props.onChange}
        max={500}
        was={differs() ? t('wishes.form.proposed', { count: props.pair.proposed }) : undefined}
      />
    </li>
  )
}
