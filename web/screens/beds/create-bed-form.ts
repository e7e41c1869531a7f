import { createEffect, createMemo, createSignal } from 'solid-js'

import { type Beds, bedsId } from '#shared/beds/beds.ts'
import type { Bed } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import {
  type BedEdits,
  bedFaults,
  bedReport,
  countEdits,
  realEdits,
  withEdits,
} from '#web/pieces/beds/bed-edits.ts'
import { bedFieldId } from '#web/pieces/beds/bed-editor.tsx'
import { largeOf } from '#web/pieces/beds/large-changes.tsx'
import { refusalText } from '#web/pieces/refusal-text.ts'
import { type Acted, act } from '#web/state/act.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createPending } from '#web/state/outbox.ts'

type Typed = Partial<Record<Bed, BedEdits>>
type Stop = { title: string; text: string }

/** What is typed over the hospital's own rows, kept on the device, and its reporting level by level. */
export function createBedForm(hospital: string, rows: () => readonly Beds[]) {
  const [kept, keep, clear] = createDraft<Typed>(`beds:${hospital}`)
  const [stop, setStop] = createSignal<Stop>()
  const acts = createActs(rows)
  const editsOf = (row: Beds): BedEdits => realEdits(row, kept()?.[row.bed] ?? {})
  /** A level on its way is not reported again. */
  const isUnderWay = (row: Beds) =>
    acts().some(({ subject, state }) => subject === row.id && (state === 'waiting' || state === 'sending'))
  const idle = () => rows().filter((row) => !isUnderWay(row))
  const changed = () => idle().filter((row) => countEdits(row, editsOf(row)) > 0)

  function drop(bed: Bed): void {
    const { [bed]: _, ...rest } = kept() ?? {}
    if (Object.keys(rest).length > 0) keep(rest)
    else void clear()
  }
  /** What is typed goes once the row says the same: reported here, or by a colleague. */
  createEffect(() => {
    for (const row of rows())
      if (kept()?.[row.bed] !== undefined && countEdits(row, editsOf(row)) === 0) drop(row.bed)
  })

  async function report(reported: readonly Beds[]): Promise<void> {
    setStop(undefined)
    for (const row of reported) {
      const payload = bedReport(row, editsOf(row))
      const done = await act('beds.report', payload, { subject: bedsId(row.hospital, row.bed) })
      if (done.queued === undefined) return void setStop(stopOf(done))
    }
    announce(t('beds.queued'))
  }

  return {
    editsOf,
    edit: (bed: Bed, edits: BedEdits) => keep({ ...kept(), [bed]: edits }),
    undo: () => void clear(),
    /** Rows that nothing is on its way for; of those, the ones with something typed. */
    idle,
    changed,
    count: () => changed().reduce((sum, row) => sum + countEdits(row, editsOf(row)), 0),
    large: () => changed().flatMap((row) => largeOf(row, editsOf(row))),
    faulty: () => changed().flatMap((row) => faultOf(withEdits(row, editsOf(row))))[0],
    report,
    stop,
    acts,
  }
}

/** The field of the first figure that the server would refuse. */
function faultOf(row: Beds): string[] {
  const { crisis, boss, until } = bedFaults(row, now())
  if (crisis !== undefined) return [bedFieldId(row.bed, 'crisis')]
  if (boss !== undefined) return [bedFieldId(row.bed, 'boss')]
  return until ? [bedFieldId(row.bed, 'until')] : []
}

const stopOf = ({ refused }: Acted): Stop =>
  refused
    ? { title: t('beds.refused'), text: refusalText(refused) }
    : { title: t('beds.notStored'), text: t('beds.notStoredText') }

/** What of these figures is on its way: two levels, each with an order of its own; the last filed comes last. */
function createActs(rows: () => readonly Beds[]) {
  const ids = createMemo(() =>
    rows()
      .map(({ id }) => id)
      .join(' '),
  )
  const queues = createMemo(() =>
    ids()
      .split(' ')
      .map((id) => createPending(() => id)),
  )
  return createMemo(() =>
    queues()
      .flatMap((queue) => queue())
      .toSorted((x, y) => x.seq - y.seq),
  )
}
