import { createEffect, createSignal, onCleanup } from 'solid-js'

const KEPT = 'brancard.board-keys'
const OFF = 'off'

const [areOn, setOn] = createSignal(localStorage.getItem(KEPT) !== OFF)
/** Single letters get in the way of who works by voice: this device may turn them off. */
export { areOn }
export function turnKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, OFF)
  setOn(on)
}

export type BoardKeys = {
  /** One row on or back from where the focus is. */
  move: (by: 1 | -1) => void
  /** `row`: the one that has the focus. */
  claim: (row: string) => void
  late: () => void
  search: () => void
  help: () => void
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="radio"]), textarea, select, dialog') !== null

export const rowUnder = (target: EventTarget | null): string | undefined =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined

/** The keys of the board, while it stands on the screen. */
export function createBoardKeys(keys: BoardKeys): void {
  const act = ({ key, target }: KeyboardEvent): boolean => {
    const row = rowUnder(target)
    if (key === 'j' || key === 'ArrowDown') keys.move(1)
    else if (key === 'k' || key === 'ArrowUp') keys.move(-1)
    else if (key === 'c' && row !== undefined) keys.claim(row)
    else if (key === 'l') keys.late()
    else if (key === '/') keys.search()
    else if (key === '?') keys.help()
    else return false
    return true
  }
  const listen = (event: KeyboardEvent) => {
    const { key, target } = event
    // Arrows within a row or a control are that control's own.
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(target)) return
    if (isArrow && target !== document.body) return
    if (act(event)) event.preventDefault()
  }
  createEffect(() => {
    if (!areOn()) return
    document.addEventListener('keydown', listen)
    onCleanup(() => document.removeEventListener('keydown', listen))
  })
}

const rowsIn = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-row]')]

/** The focus to the next row; from outside the list to where the list was left. */
export function moveFocus(root: ParentNode, by: 1 | -1): void {
  const rows = rowsIn(root)
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const left = rows.findIndex(({ tabIndex }) => tabIndex === 0)
  const next = rows[at === -1 ? Math.max(0, left) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

export const focusRow = (root: ParentNode, name: string): void =>
  rowsIn(root)
    .find(({ dataset }) => dataset.row === name)
    ?.focus()
