import { useNavigate } from '@solidjs/router'
import { batch, createMemo, createSignal, Show } from 'solid-js'

import type { BoardRide, DayBoard } from '#shared/wire/day-board.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { UndoBar } from '#web/parts/undo-bar.tsx'
import { createAfterPaint } from '#web/pieces/day-board/after-paint.ts'
import { PlanForm } from '#web/pieces/day-board/plan-form.tsx'
import type { BarActs } from '#web/pieces/day-board/ride-bar.tsx'
import { Timeline } from '#web/pieces/day-board/timeline.tsx'
import { WaitingMoves } from '#web/pieces/day-board/waiting-moves.tsx'
import { HelpAsked } from '#web/screens/transport/help-asked.tsx'
import { now } from '#web/state/now.ts'
import { hasRole } from '#web/state/session.ts'

import { createDayActs } from './day-acts.ts'
import { DayNotes } from './day-notes.tsx'
import { createMoving } from './moving.ts'
import { createPicking, type Picking } from './picking.ts'
import { createPlanning } from './planning.ts'
import { createSameRows } from './same-rows.ts'
import { Suggestion } from './suggestion.tsx'

/** One day as it was last fetched: the timeline, what is being planned or moved on it, and what waits. */
export function Day(props: { board: DayBoard; isTomorrow: boolean }) {
  const navigate = useNavigate()
  const [carried, setCarried] = createSignal(false)
  const board = createSameRows(() => props.board, carried)
  const picking = createPicking(board)
  const planning = createPlanning()
  const moving = createMoving(planning)
  const acts = createDayActs({ board, picking, planning, moving })
  const form = createAfterPaint(createMemo(() => formOf(picking)))
  const { ride, move, spot, check, setWish } = picking
  const pickUp = (grabbed: BoardRide) => {
    setCarried(true)
    picking.pick(grabbed)
  }
  const putDown = () => {
    setCarried(false)
    picking.close()
  }
  const openRide = (opened: BoardRide) => {
    if (opened.move !== null) picking.pick(opened)
    else if (opened.transfer !== null) navigate(`/vervoer/${opened.transfer}`)
  }
  const bars: BarActs = {
    ...{ onSpot: setWish, onRide: openRide, onGrab: pickUp, onCancel: putDown, onNudge: acts.nudge },
    onDrop: (at) =>
      batch(() => {
        acts.drop(at)
        setCarried(false)
      }),
  }
  return (
    <div class="day-board">
      <Timeline
        board={board()}
        now={now()}
        move={move()}
        wish={spot()}
        picked={ride()?.id}
        clashes={check()?.stop != null}
        acts={bars}
      />
      <DayNotes board={board()} isTomorrow={props.isTomorrow} />
      <Show when={moving.moved()} keyed>
        {(moved) => (
          <UndoBar
            label={moved.label}
            undoLabel={t('dayBoard.move.undo')}
            onUndo={() => void moving.undo()}
            onExpire={moving.forget}
          />
        )}
      </Show>
      <Show when={planning.problem()}>
        {(words) => (
          <Notice
            kind="stop"
            title={t('dayBoard.notPlanned')}
            action={<Button onClick={planning.seen}>{t('common.dismiss')}</Button>}
          >
            {words()}
          </Notice>
        )}
      </Show>
      <HelpAsked />
      <Show when={hasRole('transport-desk')}>
        <div class="day-board__work">
          <div>
            <Show when={form()}>
              {(open) => (
                <PlanForm
                  board={board()}
                  move={open().move}
                  wish={open().wish}
                  now={now()}
                  moves={open().moves}
                  busy={planning.busy()}
                  onWish={setWish}
                  onPlan={(at, reason) => void acts.plan(open().move, at, reason)}
                  onClose={picking.close}
                />
              )}
            </Show>
            <WaitingMoves
              moves={board().waiting}
              chosen={picking.chosen()?.transfer}
              now={now()}
              onChoose={picking.choose}
            />
          </div>
          <Suggestion
            day={board().day}
            busy={planning.busy()}
            taken={planning.taken()}
            onTake={(rides) => void planning.planAll(rides)}
          />
        </div>
      </Show>
    </div>
  )
}

/** What the form beside the timeline says. */
function formOf({ ride, move, wish }: Picking) {
  const planned = move()
  return planned && { move: planned, wish: wish(), moves: ride() !== undefined }
}
