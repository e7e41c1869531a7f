import { describe, expect, test } from 'vitest'
import { type Fetch, request } from '#web/sync/request.ts'

const isText = (body: unknown): body is string => typeof body === 'string'
const json = (body: ReadableStream<Uint8Array> | string) =>
  new Response(body, { headers: { 'content-type': 'application/json' } })

/** A line on which nothing comes back: it ends when the question is given up. */
const lost: Fetch = (_, init) =>
  new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('given up'))))

/** Answers at once, and takes its time over the body. */
const slow =
  (ms: number): Fetch =>
  async (_, init) =>
    json(
      new ReadableStream({
        start(body) {
          init?.signal?.addEventListener('abort', () => body.error(new Error('given up')))
          setTimeout(() => {
            if (init?.signal?.aborted) return
            body.enqueue(new TextEncoder().encode('"all"'))
            body.close()
          }, ms)
        },
      }),
    )

describe('a question to the server', () => {
  test('that got lost is given up at the time for the first word', async () => {
    const answer = request('/api/x', { fetch: lost, is: isText, timeoutMs: 60_000, firstWordMs: 20 })
    expect(await answer).toEqual({ outage: { code: 'offline', retryAfterMs: null } })
  })

  test('whose answer has begun may take its time', async () => {
    const answer = request('/api/x', { fetch: slow(120), is: isText, timeoutMs: 60_000, firstWordMs: 20 })
    expect(await answer).toMatchObject({ ok: 'all' })
  })

  test('whose answer never ends is given up all the same', async () => {
    const answer = request('/api/x', { fetch: slow(60_000), is: isText, timeoutMs: 60, firstWordMs: 20 })
    expect(await answer).toHaveProperty('outage')
  })
})
