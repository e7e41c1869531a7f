import { BOARD_GROUPS, type Board, type BoardGroup } from '#shared/transfers/board.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import type { StripCell } from '#web/pieces/transfers/board-strip.tsx'
import type { Line } from '#web/pieces/transfers/board-table.tsx'

import type { BoardQuery } from './board-query.ts'

/** The step a phone opens at: the first with somebody too late, else the first with anybody. */
export function pressing(board: Board): BoardGroup {
  const open = board.groups.filter(({ group }) => group !== 'ended')
  const found = open.find(({ late }) => late > 0) ?? open.find(({ lines }) => lines.length > 0)
  return found?.group ?? 'verifying'
}

type Shown = { step: BoardGroup | undefined; isPhone: boolean }

/** First everything open, in one list; a phone shows one step at a time. */
export function cellsOf(board: Board, { step: shown, isPhone }: Shown, query: BoardQuery): StripCell[] {
  const all: StripCell = {
    href: query.hrefTo({ stap: null }),
    label: t('board.open'),
    count: board.open,
    late: board.late,
    current: shown === undefined,
  }
  return [
    ...(isPhone ? [] : [all]),
    ...BOARD_GROUPS.map((group) => {
      const found = board.groups.find((one) => one.group === group)
      return {
        href: query.hrefTo({ stap: group }),
        label: t(`board.group.${group}`),
        count: found?.lines.length ?? 0,
        late: found?.late ?? 0,
        current: shown === group,
      }
    }),
  ]
}

/** The rows of one step, or of all that is open. */
export const linesOf = <T extends Transfer>(board: Board<T>, shown: BoardGroup | undefined) =>
  board.groups
    .filter(({ group }) => (shown === undefined ? group !== 'ended' : group === shown))
    .flatMap(({ group, lines }) => lines.map((line): Line & { transfer: T } => ({ ...line, group })))

/** Where Enter leads: to the match where it is this person's to do, else to the transfer itself. */
export function hrefOf({ transfer, acts, mine }: Line): string {
  const isMatch =
    ['verify', 'match', 'answer-counter'].includes(acts.act) ||
    (acts.act === 'confirm' && acts.who === 'lcps')
  return mine && isMatch ? `/matchen/${transfer.id}` : `/aanvragen/${transfer.id}`
}
