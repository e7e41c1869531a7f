// Reads a JSON body of at most 32 kB, and stops reading past it. Called by the writing routes.
import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import type { AppEnv } from './app-env.ts'
import { fieldFaults } from './field-faults.ts'

export const MAX_BODY_BYTES = 32 * 1024
const utf8 = new TextDecoder('utf-8', { fatal: true })

export async function readJson(c: Context<AppEnv>): Promise<{ json: unknown } | { refused: Refusal }> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse('command.media-type')
  const length = c.req.header('content-length')
  if (Number(length ?? 0) > MAX_BODY_BYTES) return refuse('command.too-large')
  const bytes =
    length !== undefined
      ? new Uint8Array(await c.req.arrayBuffer())
      : await readAtMost(c.req.raw.body, MAX_BODY_BYTES)
  if (bytes === null) return refuse('command.too-large')
  try {
    const json: unknown = JSON.parse(utf8.decode(bytes))
    return holdsNul(json) ? refuse('command.malformed') : { json }
  } catch {
    return refuse('command.malformed')
  }
}

/** Nobody types one, and PostgreSQL keeps none. What is nested deeper than the stack throws, and is refused as well. */
const holdsNul = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' &&
      value !== null &&
      Object.entries(value).some(([key, inner]) => key.includes('\0') || holdsNul(inner))

/** The body as its schema reads it, or which of its fields are wrong. */
export async function readBody<S extends z.ZodMiniType>(
  c: Context<AppEnv>,
  schema: S,
): Promise<{ read: z.output<S> } | { refused: Refusal }> {
  const body = await readJson(c)
  if ('refused' in body) return body
  const parsed = schema.safeParse(body.json)
  return parsed.success
    ? { read: parsed.data }
    : refuse('command.invalid', { fields: fieldFaults(parsed.error.issues, body.json) })
}

/** Null when there is more than `max`. */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  max: number,
): Promise<Buffer | null> {
  if (body === null) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > max) {
      await reader.cancel()
      return null
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}
