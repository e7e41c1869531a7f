import { useLocation, useSearchParams } from '@solidjs/router'

import { BOARD_GROUPS, type BoardFilter, type BoardGroup, boardFilter } from '#shared/transfers/board.ts'

/** The address's own words: a colleague opens the same board. */
type Query = {
  stap: string
  bed: string
  soort: string
  regio: string
  zoek: string
  mij: string
  laat: string
}
export type FilterName = Exclude<keyof Query, 'stap'>

/** What the board's address asks for, and how to ask for something else. */
export function createBoardQuery() {
  const [params, setParams] = useSearchParams<Query>()
  const location = useLocation()
  const step = (): BoardGroup | undefined => BOARD_GROUPS.find((group) => group === params.stap)
  const filter = (): BoardFilter =>
    boardFilter({
      bed: params.bed ?? '',
      kind: params.soort ?? '',
      region: params.regio ?? '',
      text: params.zoek ?? '',
      mine: params.mij ?? '',
      late: params.laat ?? '',
    })
  const hrefTo = (changes: Partial<Record<keyof Query, string | null>>): string => {
    const query = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(changes))
      if (value === null) query.delete(name)
      else query.set(name, value)
    return `/bord${query.size > 0 ? `?${query}` : ''}`
  }
  const set = (name: FilterName, value: string | null) => setParams({ [name]: value }, { replace: true })
  const show = (which: string) =>
    setParams({ laat: which === 'late' ? '1' : null, mij: which === 'mine' ? '1' : null }, { replace: true })
  const clear = () => setParams({ bed: null, soort: null, regio: null, zoek: null, mij: null, laat: null })
  const isFiltered = () =>
    Object.values(filter()).some((value) => value !== undefined && value !== false && value !== '')
  return { params, step, filter, hrefTo, set, show, clear, isFiltered }
}
export type BoardQuery = ReturnType<typeof createBoardQuery>
