import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'

import { type BoardGroup, boardOf } from '#shared/transfers/board.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { BoardStrip } from '#web/pieces/transfers/board-strip.tsx'
import { BoardTable, type Line } from '#web/pieces/transfers/board-table.tsx'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'
import { createRides } from '#web/state/rides.ts'
import { me } from '#web/state/session.ts'
import { createTransfers } from '#web/state/transfers.ts'

import { cellsOf, hrefOf, linesOf, pressing } from './board/board-cells.ts'
import { BoardFilters, SEARCH_ID } from './board/board-filters.tsx'
import { createBoardKeys, focusRow, moveFocus } from './board/board-keys.ts'
import { createBoardQuery } from './board/board-query.ts'
import { createClaiming } from './board/create-claiming.ts'
import { createIsPhone } from './board/create-is-phone.ts'
import { KeysDialog } from './board/keys-dialog.tsx'
import { keepLast } from './keep-last.ts'

import './board.css'

/** The one opened last: coming back, the focus is there again. */
const [left, setLeft] = createSignal<string>()

/** Every transfer by its step, the most overdue first: what a coordinator looks at all night. */
export default function BoardScreen() {
  let root: HTMLDivElement | undefined
  const navigate = useNavigate()
  const query = createBoardQuery()
  const isPhone = createIsPhone()
  const transfers = keepLast(createTransfers())
  const rides = createRides()
  const [helping, setHelping] = createSignal(false)
  const board = createMemo(() => {
    const rows = transfers()
    const driven = rides()
    if (rows === undefined || driven === undefined) return undefined
    const byId = new Map(driven.map((ride) => [ride.id, ride]))
    return boardOf(rows, byId, { filter: query.filter(), viewer: me(), now: now(), nameOf: hospitalName })
  })
  const shown = createMemo(() => {
    const found = board()
    return query.step() ?? (isPhone() && found ? pressing(found) : undefined)
  })
  const lines = createMemo(() => {
    const found = board()
    return found && linesOf(found, shown())
  })
  const claiming = createClaiming()
  const lineOf = (id: string) => lines()?.find(({ transfer }) => transfer.id === id)
  const open = (line: Line) => {
    setLeft(line.transfer.id)
    navigate(hrefOf(line))
  }
  createBoardKeys({
    move: (by) => root && moveFocus(root, by),
    claim: (id) => void claiming.claim(lineOf(id)?.transfer),
    late: () => query.show(query.filter().late ? 'all' : 'late'),
    search: () => document.getElementById(SEARCH_ID)?.focus(),
    help: () => setHelping(true),
  })
  const headOf = (name: BoardGroup) => {
    const found = board()?.groups.find(({ group }) => group === name)
    return <GroupHead name={name} count={found?.lines.length ?? 0} late={found?.late ?? 0} />
  }
  /** Back from a transfer: on to the next from there. */
  const comeBack = (table: HTMLDivElement) => {
    const name = left()
    if (name !== undefined) requestAnimationFrame(() => focusRow(table, name))
  }
  return (
    <div class="board-screen" ref={root}>
      <PageHead
        title={t('app.title.board')}
        side={
          <Button variant="quiet" onClick={() => setHelping(true)}>
            {t('board.keys')}
          </Button>
        }
      />
      <KeysDialog open={helping()} onClose={() => setHelping(false)} />
      <Show when={board()}>
        {(found) => <BoardStrip cells={cellsOf(found(), { step: shown(), isPhone: isPhone() }, query)} />}
      </Show>
      <BoardFilters query={query} folded={isPhone()} />
      <Show when={claiming.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <LoadedRows
        rows={lines()}
        synced={syncedAt() !== null}
        connection={connection()}
        failedTitle={t('board.failed')}
        failedText={t('board.failedText')}
        empty={<Nothing isFiltered={query.isFiltered()} onClear={query.clear} />}
        onRetry={sendNow}
      >
        {(rows) => (
          <div ref={comeBack}>
            <BoardTable
              rows={rows()}
              person={me()}
              now={now()}
              selected={left()}
              grouped={shown() === undefined}
              head={headOf}
              onOpen={open}
            />
          </div>
        )}
      </LoadedRows>
    </div>
  )
}

function GroupHead(props: { name: BoardGroup; count: number; late: number }) {
  return (
    <>
      {t('board.groupHead', { group: t(`board.group.${props.name}`), count: props.count })}
      <Show when={props.late > 0}>
        <span class="board-screen__late">
          <StateMark state="stopped" label={t('board.lateCount', { count: props.late })} />
        </span>
      </Show>
    </>
  )
}

function Nothing(props: { isFiltered: boolean; onClear: () => void }) {
  return (
    <Empty
      kind="nothing"
      title={t(props.isFiltered ? 'board.empty.filtered' : 'board.empty')}
      action={
        <Show when={props.isFiltered}>
          <Button onClick={props.onClear}>{t('board.clear')}</Button>
        </Show>
      }
    >
      <p>{t('board.asOf', { time: moment(syncedAt() ?? now(), now()) })}</p>
    </Empty>
  )
}
