// Begeleid vervoer: what a referring intensivist ticks (plan 4.5.1.1). Texts and source are data, for the operator to replace.
// Read by the request's schema, the form and whatever shows an escort.
import data from './escort-criteria.json' with { type: 'json' }

export type EscortCriterion = { id: string; nl: string; en: string }
export const escortSource: string = data.source
export const escortCriteria: readonly EscortCriterion[] = data.criteria

/** Their ids. */
export const ESCORT_CRITERIA: readonly string[] = escortCriteria.map(({ id }) => id)
