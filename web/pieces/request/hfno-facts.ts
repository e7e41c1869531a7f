import { fleet } from '#shared/reference/fleet.ts'
import type { HfnoView } from '#shared/wire/reads.ts'

export type HfnoNext = NonNullable<HfnoView['next']>
/** `unknown`: not asked, or no connection. `free`: one can be had. Else the one that is free first. */
export type HfnoFacts = 'unknown' | 'free' | HfnoNext

export const ambulancesPlus = () => fleet.filter(({ kind }) => kind === 'ambulance-plus')

/** What the server said; nothing without a connection. */
export const hfnoFacts = (view: HfnoView | undefined): HfnoFacts =>
  view === undefined ? 'unknown' : (view.next ?? 'free')
