import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'

import type { BoardMove, DayBoard as Board } from '#shared/wire/day-board.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { toWall } from '#web/i18n/wall-time.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Tabs } from '#web/parts/tabs.tsx'
import { dayFrom } from '#web/pieces/day-board/board-time.ts'
import { checkPlan } from '#web/pieces/day-board/plan-check.ts'
import { PlanForm } from '#web/pieces/day-board/plan-form.tsx'
import { type Spot, Timeline } from '#web/pieces/day-board/timeline.tsx'
import { WaitingMoves } from '#web/pieces/day-board/waiting-moves.tsx'
import { createDayBoard } from '#web/state/day-board.ts'
import { now } from '#web/state/now.ts'
import { hasRole } from '#web/state/session.ts'

import { HelpAsked } from '#web/screens/transport/help-asked.tsx'
import { createPlanning } from './planning.ts'
import { Suggestion } from './suggestion.tsx'

import './board.css'

type Query = { dag?: string; wagens?: string }

/** The day's vehicles and rides: what drives when, what waits, and where it fits. */
export default function DayBoard() {
  const [params] = useSearchParams<Query>()
  const isTomorrow = () => params.dag === 'morgen'
  const scope = () => (params.wagens === 'landelijk' || !hasRole('transport-desk') ? 'nation' : 'own')
  const day = createMemo(() => dayFrom(now(), isTomorrow() ? 1 : 0))
  const board = createDayBoard(day, scope)
  const hrefOf = (dag: boolean, land: boolean) =>
    `/ritten?${new URLSearchParams({ ...(dag ? { dag: 'morgen' } : {}), ...(land ? { wagens: 'landelijk' } : {}) })}`
  return (
    <>
      <PageHead
        title={t('dayBoard.title')}
        {...(hasRole('transport-desk') ? { back: { href: '/vervoer', label: t('transport.title') } } : {})}
      />
      <div class="day-board__tabs">
        <Tabs
          label={t('dayBoard.day')}
          tabs={[false, true].map((later) => ({
            href: hrefOf(later, scope() === 'nation'),
            label: t(later ? 'dayBoard.tomorrow' : 'dayBoard.today'),
            current: later === isTomorrow(),
          }))}
        />
        <Show when={hasRole('transport-desk')}>
          <Tabs
            label={t('dayBoard.scope')}
            tabs={(['own', 'nation'] as const).map((one) => ({
              href: hrefOf(isTomorrow(), one === 'nation'),
              label: t(`dayBoard.scope.${one}`),
              current: one === scope(),
            }))}
          />
        </Show>
      </div>
      <Switch fallback={<Loading rows={8} />}>
        <Match when={board.data()}>
          {(found) => (
            <Loaded board={found()} isTomorrow={isTomorrow()} stale={board.error() !== undefined} />
          )}
        </Match>
        <Match when={board.error()}>
          <Empty
            kind="failed"
            title={t('dayBoard.notLoaded')}
            action={<Button onClick={board.refresh}>{t('common.retry')}</Button>}
          >
            {t('dayBoard.notLoadedText')}
          </Empty>
        </Match>
      </Switch>
    </>
  )
}

function Loaded(props: { board: Board; isTomorrow: boolean; stale: boolean }) {
  const navigate = useNavigate()
  const [chosen, setChosen] = createSignal<string>()
  const [wish, setWish] = createSignal<Partial<Spot>>({})
  const planning = createPlanning()
  const move = createMemo(() => props.board.waiting.find(({ transfer }) => transfer === chosen()))
  const spot = () => {
    const { vehicle, departAt } = wish()
    return vehicle === undefined || departAt === undefined ? undefined : { vehicle, departAt }
  }
  const choose = (next: BoardMove) => {
    setChosen(next.transfer)
    setWish(firstWish(next, props.board))
  }
  const clashes = () => {
    const [planned, at] = [move(), spot()]
    return (
      planned !== undefined && at !== undefined && checkPlan(props.board, planned, at, now()).stop !== null
    )
  }
  const plan = async (planned: BoardMove, at: Spot, reason: string | undefined) => {
    if (await planning.planOne(planned, at, reason)) setChosen(undefined)
  }
  return (
    <div class="day-board">
      <Timeline
        board={props.board}
        now={now()}
        move={move()}
        wish={spot()}
        clashes={clashes()}
        onSpot={setWish}
        onRide={({ transfer }) => transfer && navigate(`/vervoer/${transfer}`)}
      />
      <p class="day-board__notes">
        {t('dayBoard.asOf', { time: clock(props.board.at) })}. {planHourWords(props.board, props.isTomorrow)}{' '}
        {t('dayBoard.slack', { minutes: props.board.slackMinutes })} {t('dayBoard.tableHead')}
      </p>
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
            <Show when={move()} keyed>
              {(planned) => (
                <PlanForm
                  board={props.board}
                  move={planned}
                  wish={wish()}
                  now={now()}
                  busy={planning.busy()}
                  onWish={setWish}
                  onPlan={(at, reason) => void plan(planned, at, reason)}
                  onClose={() => setChosen(undefined)}
                />
              )}
            </Show>
            <WaitingMoves moves={props.board.waiting} chosen={chosen()} now={now()} onChoose={choose} />
          </div>
          <Suggestion
            day={props.board.day}
            busy={planning.busy()}
            taken={planning.taken()}
            onTake={(rides) => void planning.planAll(rides)}
          />
        </div>
      </Show>
    </div>
  )
}

/** The best kind's first vehicle on the board, as early as the patient and the window allow. */
function firstWish(move: BoardMove, board: Board): Partial<Spot> {
  const shown = new Set(board.vehicles.map(({ id }) => id))
  const vehicle = move.fits.find((fit) => shown.has(fit.vehicle))?.vehicle
  if (vehicle === undefined) return {}
  const soon = new Date(Date.parse(board.at) + 45 * 60_000).toISOString()
  const earliest = [move.readyFrom, move.window?.from ?? '', soon, board.from].sort().at(-1) ?? soon
  const FIVE = 5 * 60_000
  const departAt = new Date(Math.ceil(Date.parse(earliest) / FIVE) * FIVE).toISOString()
  const { stop, next } = checkPlan(board, move, { vehicle, departAt }, board.at)
  return { vehicle, departAt: stop === null ? departAt : (next ?? departAt) }
}

function planHourWords({ planHour, at }: Board, isTomorrow: boolean): string {
  if (!isTomorrow) return ''
  const hour = Number(toWall(at).slice(11, 13))
  return t(hour >= planHour ? 'dayBoard.planNow' : 'dayBoard.planHour', { hour: planHour })
}
