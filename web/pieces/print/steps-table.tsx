import { For } from 'solid-js'

import { RIDE_LINE_STATES, type Ride } from '#shared/rides/ride.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

import './print-sheet.css'

/** The ride on paper: a line per step, with its time or room to write it. `two`: side by side, where room is short. */
export function StepsTable(props: { ride: Ride; two?: boolean }) {
  return (
    <table class="print-sheet__steps" classList={{ 'print-sheet__steps--two': props.two ?? false }}>
      <caption class="print-sheet__title">{t('rides.steps')}</caption>
      <tbody>
        <For each={RIDE_LINE_STATES}>
          {(step) => (
            <tr>
              <th scope="row">{term('ride', step)}</th>
              <td>{timeOf(props.ride, step)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

const timeOf = ({ times }: Ride, step: (typeof RIDE_LINE_STATES)[number]): string => {
  const at = times[step]?.at
  return at === undefined ? '…… : ……' : clock(at)
}
