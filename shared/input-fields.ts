// Fields that several rules' strict inputs share. Called by the `*-input.ts` schemas only, never by a rule.
import * as z from 'zod/mini'

export const idField = z.string().check(z.minLength(1))

/** An instant: ISO 8601 with seconds and with Z or an offset. */
export const instantField = z.iso.datetime({ offset: true })

/** Beds, vehicles or patients: whole and not below zero. */
export const countField = z.int().check(z.nonnegative())

/** A measured amount: finite and not below zero. */
export const amountField = z.number().check(z.nonnegative())
