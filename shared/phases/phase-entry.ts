// One line of the phase register (plan 2.2.4): who decided what, announced when, in force from when.
import type { Body, Phase } from '#shared/terms.ts'

export const ADVISERS = ['lnaz', 'igj', 'nza', 'db-lnaz'] as const
export type Adviser = (typeof ADVISERS)[number]

export type PhaseEntry = {
  id: string
  rev: number
  scope: string
  from: Phase
  phase: Phase
  decidedBy: Body
  advice: Adviser[]
  reason: string
  announcedAt: string
  inForceFrom: string
}
