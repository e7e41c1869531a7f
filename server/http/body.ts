// Reads a JSON body of at most 32 kB, and stops reading past it. Called by the writing routes.
import type { Context } from 'hono'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import type { AppEnv } from './app-env.ts'

export const MAX_BODY_BYTES = 32 * 1024

export async function readJson(c: Context<AppEnv>): Promise<{ json: unknown } | { refused: Refusal }> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse('command.media-type')
  if (Number(c.req.header('content-length') ?? 0) > MAX_BODY_BYTES) return refuse('command.too-large')
  const bytes = await readAtMost(c.req.raw.body, MAX_BODY_BYTES)
  if (bytes === null) return refuse('command.too-large')
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return refuse('command.malformed')
  }
}

/** Null when there is more than `max`. */
async function readAtMost(body: ReadableStream<Uint8Array> | null, max: number): Promise<Buffer | null> {
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
