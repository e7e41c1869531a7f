import { createMemo, createSignal, For, Show } from 'solid-js'

import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { unreported } from '#shared/beds/unreported.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { type Bed, BEDS } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { BedEditor } from '#web/pieces/beds/bed-editor.tsx'
import { LargeChanges } from '#web/pieces/beds/large-changes.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { ActState, OwnActs } from '#web/pieces/own-acts.tsx'
import { createBedHistory, createBeds } from '#web/state/beds.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { dismiss, sendNow } from '#web/state/outbox.ts'

import { createBedForm } from './create-bed-form.ts'
import { FileLink } from './file-link.tsx'
import { LevelHistory } from './history.tsx'
import { Trend } from './trend.tsx'

/** The own hospital's figures: prefilled, nudged, reported in one press. */
export function OwnBeds(props: { hospital: string }) {
  const rows = createBeds(() => props.hospital)
  const levels = createMemo(() =>
    withUnreported(props.hospital, rows())?.toSorted((a, b) => BEDS.indexOf(a.bed) - BEDS.indexOf(b.bed)),
  )
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
      <FileLink />
    </>
  )
}

/** Beds that nobody reported yet are there to be reported. */
const withUnreported = (at: string, rows: readonly Beds[] | undefined): readonly Beds[] | undefined =>
  rows && BEDS.flatMap((bed) => rows.find((row) => row.bed === bed) ?? unreported(at, bed) ?? [])

function Form(props: { hospital: string; rows: readonly Beds[] }) {
  const form = createBedForm(props.hospital, () => props.rows)
  const [asking, setAsking] = createSignal(false)
  const isHere = (bed: Bed) => props.rows.some((row) => row.bed === bed)
  const historyOf = (bed: Bed) => createBedHistory(() => (isHere(bed) ? bedsId(props.hospital, bed) : null))
  const histories = { ic: historyOf('ic'), ward: historyOf('ward') }
  const last = () => form.acts().findLast(({ state }) => state !== 'refused')
  const report = (rows: readonly Beds[]) => {
    setAsking(false)
    void form.report(rows)
  }
  const save = () => {
    const wrong = form.faulty()
    if (wrong !== undefined) return document.getElementById(wrong)?.focus()
    if (form.changed().length === 0) report(form.idle())
    else if (form.large().length > 0) setAsking(true)
    else report(form.changed())
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
                edits={form.editsOf(row())}
                now={now()}
                onEdit={(edits) => form.edit(bed, edits)}
                onStillRight={() => report([row()])}
                trend={<Trend beds={row()} history={histories[bed]} />}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={form.stop()}>
        {(shown) => (
          <Notice kind="stop" title={shown().title} live="polite">
            {shown().text}
          </Notice>
        )}
      </Show>
      <OwnActs entries={form.acts().filter(({ state }) => state === 'refused')} onSeen={dismiss} />
      <ActionBar>
        <Button type="submit" variant="primary" busy={form.idle().length === 0}>
          {form.count() > 0 ? t('beds.save') : t('beds.allRight')}
        </Button>
        <Show when={form.count() === 0 && last()}>{(entry) => <ActState act={entry()} />}</Show>
        <Show when={form.count() > 0}>
          <Button variant="quiet" onClick={form.undo}>
            {t('beds.undoEdits')}
          </Button>
          <span class="beds__changed">{t('beds.changed', { count: form.count() })}</span>
        </Show>
      </ActionBar>
      <For each={props.rows}>{(row) => <LevelHistory beds={row} history={histories[row.bed]} />}</For>
      <LargeChanges
        open={asking()}
        changes={form.large()}
        onYes={() => report(form.changed())}
        onNo={() => setAsking(false)}
      />
    </form>
  )
}
