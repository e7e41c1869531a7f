import { createSignal, Show } from 'solid-js'

import type { RegionLevel } from '#shared/wire/shares.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { type KeyDraft, KeyForm } from '#web/pieces/fair-share/key-form.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createRegister } from '#web/state/register.ts'
import { myOrgs } from '#web/state/session.ts'

import { createActing } from '#web/screens/create-acting.ts'

type Props = { region: string; level: RegionLevel }

/** By what a region shares: its own key, or else its staffed beds. */
export function regionKeyWords({ key }: RegionLevel): string {
  if (key === null) return t('shares.key.beds')
  return t('shares.key.region', { at: moment(key.from, now()), reason: key.reason })
}

/** The region's own key: what holds, what is announced, and the form of its secretary. */
export function RegionKeyPart(props: Props) {
  const subject = () => `region-key:${props.region}`
  const acting = createActing(subject)
  const pending = createPending(subject)
  const rows = createRegister('region-key')
  const [open, setOpen] = createSignal(false)
  const mayDecide = () => myOrgs('secretary').includes(props.region)
  const ahead = () =>
    (rows() ?? []).filter(
      ({ region, bed, from }) =>
        region === props.region && bed === props.level.bed && Date.parse(from) > Date.parse(now()),
    )
  return (
    <Show when={mayDecide() || ahead().length > 0}>
      <Section
        title={t('shares.keys')}
        side={
          <Show when={mayDecide()}>
            <Button variant="quiet" icon={open() ? undefined : 'plus'} onClick={() => setOpen(!open())}>
              {t(open() ? 'shares.cancel' : 'shares.keys.newRegion')}
            </Button>
          </Show>
        }
      >
        <p class="shares__line shares__key">
          {regionKeyWords(props.level)} <StateMark state="acts" label={t('shares.exemption.in-force')} />
        </p>
        <Show when={ahead()[0]}>
          {(row) => (
            <p class="shares__line">
              {t('shares.keys.ahead', { at: moment(row().from, now()), who: row().reason })}
            </p>
          )}
        </Show>
        <Show when={acting.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
        <Show when={open()}>
          <SetKey {...props} acting={acting} onDone={() => setOpen(false)} />
        </Show>
        <OwnActs entries={pending()} onSeen={dismiss} />
      </Section>
    </Show>
  )
}

function SetKey(props: Props & { acting: ReturnType<typeof createActing>; onDone: () => void }) {
  const [draft, setDraft, clear] = createDraft<KeyDraft>(`region-key:${props.region}:${props.level.bed}`)
  const start = () => Object.fromEntries(props.level.hospitals.map(({ hospital, part }) => [hospital, part]))
  const written = (): KeyDraft => draft() ?? { parts: start(), reason: '' }
  async function send() {
    const { parts, from, reason } = written()
    if (from === undefined) return
    const { region, level } = props
    const whole = Object.fromEntries(level.hospitals.map(({ hospital }) => [hospital, parts[hospital] ?? 0]))
    const said = { region, bed: level.bed, parts: whole, from, reason: reason.trim() }
    if (!(await props.acting.run('region-key.set', { regionKey: crypto.randomUUID(), ...said }))) return
    announce(t('shares.keys.queued'))
    await clear()
    props.onDone()
  }
  return (
    <KeyForm
      names={props.level.hospitals.map(({ hospital }) => ({ id: hospital, name: hospitalName(hospital) }))}
      least={0}
      most={2000}
      text={t('shares.keys.forRegion', { bed: term('bed', props.level.bed) })}
      draft={written()}
      onDraft={setDraft}
      now={now()}
      busy={props.acting.busy()}
      onSubmit={() => void send()}
    />
  )
}
