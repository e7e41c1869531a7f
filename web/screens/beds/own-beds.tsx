import { createMemo, createSignal, For, Show } from 'solid-js'

import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import {
  type BedEdits,
  bedFaults,
  bedReport,
  countEdits,
  realEdits,
  withEdits,
} from '#web/pieces/bed-edits.ts'
import { BedEditor, bedFieldId } from '#web/pieces/bed-editor.tsx'
import { LargeChanges, largeOf } from '#web/pieces/large-changes.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { ActState, OwnActs } from '#web/pieces/own-acts.tsx'
import { refusalText } from '#web/pieces/refusal-text.ts'
import { act, type Acted } from '#web/state/act.ts'
import { createBeds } from '#web/state/beds.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createPending, dismiss, sendNow } from '#web/state/outbox.ts'

type Typed = Partial<Record<Bed, BedEdits>>
type Stop = { title: string; text: string }

/** The own hospital's figures: prefilled, nudged, reported in one press. */
export function OwnBeds(props: { hospital: string }) {
  const rows = createBeds(() => props.hospital)
  const levels = createMemo(() => rows()?.toSorted((a, b) => BEDS.indexOf(a.bed) - BEDS.indexOf(b.bed)))
  return (
    <>
      <PageHead
        title={t('beds.title.own', { hospital: hospital(props.hospital)?.short ?? props.hospital })}
      />
      <LoadedRows
        rows={levels()}
        synced={syncedAt() !== null}
        connection={connection()}
        failedTitle={t('beds.notLoaded.title')}
        failedText={t('beds.notLoaded.text')}
        empty={null}
        onRetry={sendNow}
      >
        {(loaded) => <Form hospital={props.hospital} rows={loaded()} />}
      </LoadedRows>
    </>
  )
}

function Form(props: { hospital: string; rows: readonly Beds[] }) {
  const [kept, keep, clear] = createDraft<Typed>(`beds:${props.hospital}`)
  const [asking, setAsking] = createSignal(false)
  const [stop, setStop] = createSignal<Stop>()
  const editsOf = (row: Beds) => realEdits(row, kept()?.[row.bed] ?? {})
  const changed = () => props.rows.filter((row) => countEdits(row, editsOf(row)) > 0)
  const count = () => props.rows.reduce((sum, row) => sum + countEdits(row, editsOf(row)), 0)
  /** The first figure that the server would refuse. */
  const faulty = () =>
    changed().flatMap((row) => {
      const { crisis, boss, until } = bedFaults(withEdits(row, editsOf(row)), now())
      if (crisis !== undefined) return bedFieldId(row.bed, 'crisis')
      if (boss !== undefined) return bedFieldId(row.bed, 'boss')
      return until ? bedFieldId(row.bed, 'until') : []
    })[0]
  const acts = createActs(() => props.rows)
  const last = () => acts().findLast(({ state }) => state !== 'refused')
  const large = () => changed().flatMap((row) => largeOf(row, editsOf(row)))

  async function report(reported: readonly Beds[]): Promise<void> {
    setAsking(false)
    setStop(undefined)
    for (const row of reported) {
      const payload = bedReport(row, editsOf(row))
      const done = await act('beds.report', payload, { subject: bedsId(row.hospital, row.bed) })
      if (done.queued === undefined) return void setStop(stopOf(done))
      const { [row.bed]: _, ...rest } = kept() ?? {}
      if (Object.keys(rest).length > 0) keep(rest)
      else await clear()
    }
    announce(t('beds.queued'))
  }

  const save = () => {
    const wrong = faulty()
    if (wrong !== undefined) return document.getElementById(wrong)?.focus()
    if (changed().length === 0) void report(props.rows)
    else if (large().length > 0) setAsking(true)
    else void report(changed())
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <For each={props.rows.map(({ bed }) => bed)}>
        {(bed) => (
          <Show when={props.rows.find((row) => row.bed === bed)}>
            {(row) => (
              <BedEditor
                beds={row()}
                edits={editsOf(row())}
                now={now()}
                onEdit={(edits) => keep({ ...kept(), [bed]: edits })}
                onStillRight={() => void report([row()])}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={stop()}>
        {(shown) => (
          <Notice kind="stop" title={shown().title} live="polite">
            {shown().text}
          </Notice>
        )}
      </Show>
      <OwnActs entries={acts().filter(({ state }) => state === 'refused')} onSeen={dismiss} />
      <ActionBar>
        <Button type="submit" variant="primary">
          {count() > 0 ? t('beds.save') : t('beds.allRight')}
        </Button>
        <Show when={count() === 0 && last()}>{(entry) => <ActState act={entry()} />}</Show>
        <Show when={count() > 0}>
          <Button variant="quiet" onClick={() => void clear()}>
            {t('beds.undoEdits')}
          </Button>
          <span class="beds__changed">{t('beds.changed', { count: count() })}</span>
        </Show>
      </ActionBar>
      <LargeChanges
        open={asking()}
        changes={large()}
        onYes={() => void report(changed())}
        onNo={() => setAsking(false)}
      />
    </form>
  )
}

const stopOf = ({ refused }: Acted): Stop =>
  refused
    ? { title: t('beds.refused'), text: refusalText(refused) }
    : { title: t('beds.notStored'), text: t('beds.notStoredText') }

/** What of these figures is on its way: two levels, each with an order of its own; the last filed comes last. */
function createActs(rows: () => readonly Beds[]) {
  const queues = createMemo(() => rows().map(({ id }) => createPending(() => id)))
  return createMemo(() =>
    queues()
      .flatMap((queue) => queue())
      .toSorted((x, y) => x.seq - y.seq),
  )
}
