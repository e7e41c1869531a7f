import { createSignal, For, Show } from 'solid-js'

import { byBeginning, KEY_DECIDERS, type KeySet, keySetAt } from '#shared/fair-share/key-set.ts'
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { groups } from '#shared/reference/regions.ts'
import type { Bed } from '#shared/terms.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { type KeyDraft, KeyForm } from '#web/pieces/fair-share/key-form.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { term } from '#web/pieces/term.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createRegister } from '#web/state/register.ts'
import { hasRole, myOrgs } from '#web/state/session.ts'

import { createActing } from '#web/screens/create-acting.ts'
import { keepLast } from '#web/screens/keep-last.ts'

const SUBJECT = 'key-set'

/** Which key holds at this care level, what is announced, and the form of who may record one. */
export function Keys(props: { bed: Bed }) {
  const rows = keepLast(createRegister('key-set'))
  const pending = createPending(() => SUBJECT)
  const acting = createActing(() => SUBJECT)
  const [open, setOpen] = createSignal(false)
  const decider = () => KEY_DECIDERS.find((body) => speaksFor(body))
  const own = () =>
    (rows() ?? [])
      .filter(({ bed }) => bed === props.bed)
      .toSorted(byBeginning)
      .toReversed()
  const holds = () => keySetAt(own(), props.bed, now())
  return (
    <Section
      title={t('shares.keys')}
      side={
        <Show when={decider()}>
          <Button variant="quiet" icon={open() ? undefined : 'plus'} onClick={() => setOpen(!open())}>
            {t(open() ? 'shares.cancel' : 'shares.keys.new')}
          </Button>
        </Show>
      }
    >
      <p class="shares__text">{t('shares.keys.text')}</p>
      <Show when={acting.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <Show when={open() && decider()}>
        {(body) => (
          <Record
            bed={props.bed}
            decidedBy={body()}
            start={holds()?.keys ?? TABLE_1_KEYS}
            acting={acting}
            onDone={() => setOpen(false)}
          />
        )}
      </Show>
      <OwnActs entries={pending()} onSeen={dismiss} />
      <ul>
        <For each={own()}>{(row) => <Line row={row} holds={row.id === holds()?.id} />}</For>
        <li class="shares__line">
          {t('shares.keys.table')}{' '}
          <Show
            when={holds() === undefined}
            fallback={<span class="shares__text">{t('shares.keys.tableText')}</span>}
          >
            <StateMark state="acts" label={t('shares.exemption.in-force')} />
          </Show>
        </li>
      </ul>
    </Section>
  )
}

const speaksFor = (body: KeySet['decidedBy']): boolean =>
  body === 'lcps' ? hasRole('lcps') : myOrgs('secretary').includes(body)

function Line(props: { row: KeySet; holds: boolean }) {
  const isAhead = () => Date.parse(props.row.from) > Date.parse(now())
  return (
    <li class="shares__line">
      {t('shares.keys.line', {
        bed: term('bed', props.row.bed),
        who: t(`shares.decider.${props.row.decidedBy}`),
        at: moment(props.row.from, now()),
      })}
      : {props.row.reason}{' '}
      <Show when={props.holds || isAhead()}>
        <StateMark
          state="acts"
          hollow={!props.holds}
          label={t(props.holds ? 'shares.exemption.in-force' : 'shares.exemption.ahead')}
        />
      </Show>
    </li>
  )
}

type RecordProps = {
  bed: Bed
  decidedBy: KeySet['decidedBy']
  start: Readonly<Record<string, number>>
  acting: ReturnType<typeof createActing>
  onDone: () => void
}

function Record(props: RecordProps) {
  const [draft, setDraft, clear] = createDraft<KeyDraft>(`key-set:${props.bed}`)
  const written = (): KeyDraft => draft() ?? { parts: { ...props.start }, reason: '' }
  async function send() {
    const { parts, from, reason } = written()
    if (from === undefined) return
    const keys = Object.fromEntries(groups.map(({ id }) => [id, parts[id] ?? 0]))
    const { bed, decidedBy } = props
    const said = { bed, decidedBy, keys, from, reason: reason.trim() }
    if (!(await props.acting.run('key-set.record', { keySet: crypto.randomUUID(), ...said }))) return
    announce(t('shares.keys.queued'))
    await clear()
    props.onDone()
  }
  return (
    <KeyForm
      names={groups}
      least={0.1}
      most={100}
      text={t('shares.keys.for', { bed: term('bed', props.bed) })}
      draft={written()}
      onDraft={setDraft}
      now={now()}
      busy={props.acting.busy()}
      onSubmit={() => void send()}
    />
  )
}
