import { Show } from 'solid-js'

import type { DayBoard } from '#shared/wire/day-board.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { toWall } from '#web/i18n/wall-time.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { hasRole } from '#web/state/session.ts'

/** What one must know of the board; and, from the hour on which that is done, the way to tomorrow's. */
export function DayNotes(props: { board: DayBoard; isTomorrow: boolean }) {
  const hour = () => props.board.planHour
  const isTime = () => Number(toWall(props.board.at).slice(11, 13)) >= hour()
  const words = () => [
    `${t('dayBoard.asOf', { time: clock(props.board.at) })}.`,
    t(isTime() ? 'dayBoard.planNow' : 'dayBoard.planHour', { hour: hour() }),
    t('dayBoard.slack', { minutes: props.board.slackMinutes }),
    t('dayBoard.tableHead'),
    hasRole('transport-desk') ? t('dayBoard.move.hint') : '',
  ]
  return (
    <div class="day-board__notes">
      <p>{words().filter(Boolean).join(' ')}</p>
      <Show when={isTime() && !props.isTomorrow && hasRole('transport-desk')}>
        <LinkButton href="/ritten?dag=morgen">{t('dayBoard.planMorning')}</LinkButton>
      </Show>
    </div>
  )
}
