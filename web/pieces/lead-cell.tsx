import type { JSX } from 'solid-js'

import './lead-cell.css'

type Props = {
  /** What names the row, everywhere. */
  children: JSX.Element
  /** Beside the name on a phone and in a narrow board, where the other columns are gone. */
  beside: JSX.Element
  /** Under it there, line by line. */
  lines: JSX.Element
}

/** The first cell of a board: on a desk it names the row, on a phone or beside an open detail it says it all. */
export function LeadCell(props: Props) {
  return (
    <>
      <span class="lead-cell">
        {props.children}
        <span class="lead-cell__beside">{props.beside}</span>
      </span>
      <span class="lead-cell__lines">{props.lines}</span>
    </>
  )
}

/** A board beside an open detail: its first cells say it all. */
export function Board(props: { narrow: boolean; children: JSX.Element }) {
  return (
    <div class="board" classList={{ 'board--narrow': props.narrow }}>
      {props.children}
    </div>
  )
}

/** A column that is gone where the first cell says it all. */
export const wideOnly = (key: string, head: string) => ({ key, head, phone: 'hidden' as const })
