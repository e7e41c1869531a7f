// Fields that payloads of several nouns share. Used by the files beside it.
import * as z from 'zod/mini'
import { region } from '#shared/reference/regions.ts'

export const id = z.uuid()
export const transfer = z.strictObject({ transfer: id })

/** `national`, or `region:<id>`. */
const isScope = (said: string): boolean =>
  said === 'national' || (said.startsWith('region:') && region(said.slice('region:'.length)) !== undefined)
export const scope = z.string().check(z.refine(isScope, { error: 'enum' }))
