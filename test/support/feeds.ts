// A source of bed figures with its token, and what it sends. Used by the tests of the feeds.
import type { Beds } from '#shared/beds/beds.ts'
import type { FeedReport, NewFeed } from '#shared/wire/capacity-feed.ts'
import { json, signIn, type TestServer } from '#test/support/server.ts'

export const HEAD = 'hospital;bed;observedAt;operational;occupied;crisis;boss;addable24h'

export const csv = (...lines: string[]): string => [HEAD, ...lines].join('\n')

export async function makeFeed(server: TestServer, name = 'lpz', scope = 'nl'): Promise<string> {
  const admin = await signIn(server.app, 'admin@brancard')
  const answer = await server.app.request('/api/admin/feeds', json({ name, scope }, admin))
  if (answer.status !== 200) throw new Error(`no feed: ${await answer.text()}`)
  return ((await answer.json()) as NewFeed).token
}

type Sent = { token?: string; cookie?: string; type?: string; path?: string }

export const send = (
  server: Pick<TestServer, 'app'>,
  body: BodyInit,
  { token, cookie, type = 'text/csv', path = '/api/feeds/capacity' }: Sent,
): Promise<Response> =>
  Promise.resolve(
    server.app.request(path, {
      method: 'POST',
      headers: {
        'content-type': type,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      body,
    }),
  )

export async function reportOf(answer: Promise<Response>): Promise<FeedReport> {
  const got = await answer
  if (got.status !== 200) throw new Error(`${got.status} ${await got.text()}`)
  return (await got.json()) as FeedReport
}

export async function bedsNow({ parts }: TestServer, id: string): Promise<Beds> {
  const { query } = parts.hinge.store
  const { row } = await query.selectFrom('beds').select('row').where('id', '=', id).executeTakeFirstOrThrow()
  return JSON.parse(row) as Beds
}
