// What a test reads of an answer. Used by test/server/sign-in.
import type { Problem } from '#shared/wire/reads.ts'

export const asJson = async <T>(answer: Response): Promise<T> => (await answer.json()) as T

/** The refusal's code; the status where it is none. */
export async function codeOf(answer: Response): Promise<string> {
  if (answer.ok) return String(answer.status)
  return (await asJson<Problem>(answer)).code
}

export const tokenOf = (link: string): string => new URL(link).hash.slice(1)
