import { fdatasync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asTx } from '#server/store/group-commit.ts'
import type { Sync } from '#server/store/log-flush.ts'
import { storeOn } from '#server/store/sqlite.ts'
import type { Store, Tx } from '#server/store/store.ts'

let folder: string
let database: Database.Database
let beside: Database.Database
let store: Store
let commits: number
/** How a flush of the log ends. */
let flushing: Sync

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brancard-group-'))
  const path = join(folder, 'brancard.db')
  database = new Database(path, { timeout: 50 })
  database.pragma('journal_mode = WAL')
  database.exec('create table notes (text text not null unique)')
  commits = 0
  flushing = fdatasync
  store = storeOn(
    counting(database),
    () => undefined,
    (fd, done) => flushing(fd, done),
  )
  beside = new Database(path, { timeout: 50 })
})
afterEach(async () => {
  beside.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

/** The same database, its commits counted. */
const counting = (of: Database.Database): Database.Database =>
  new Proxy(of, {
    get(target, name) {
      if (name === 'prepare')
        return (text: string) => {
          const statement = target.prepare(text)
          return new Proxy(statement, {
            get(inner, key) {
              if (key === 'run' && text === 'commit') commits += 1
              const value: unknown = Reflect.get(inner, key, inner)
              return typeof value === 'function' ? value.bind(inner) : value
            },
          })
        }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

const write =
  (text: string) =>
  async ({ db }: Tx): Promise<string> => {
    await sql`insert into notes (text) values (${text})`.execute(db)
    return text
  }
const kept = (): string[] =>
  (beside.prepare('select text from notes order by text').all() as { text: string }[]).map(({ text }) => text)

describe('transactions that arrive together', () => {
  it('are all kept, each answered for itself, in one commit', async () => {
    const texts = Array.from({ length: 20 }, (_, at) => `note ${String(at).padStart(2, '0')}`)
    const answers = await Promise.all(texts.map((text) => store.transaction(write(text))))
    expect(answers).toEqual(texts)
    expect(kept()).toEqual(texts)
    expect(commits).toBe(1)
  })

  it('wait for each other while turns of the loop bring more, four turns at most', async () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const answers: Promise<string>[] = []
    const bring = () => {
      const text = texts[answers.length]
      if (text === undefined) return
      setImmediate(bring)
      answers.push(store.transaction(write(text)))
    }
    bring()
    await until(() => answers.length === texts.length)
    expect(await Promise.all(answers)).toEqual(texts)
    expect(commits).toBe(2)
  })

  it('are answered after the commit, never before', async () => {
    const seen: string[][] = []
    await Promise.all(
      ['a', 'b', 'c'].map(async (text) => {
        await store.transaction(write(text))
        seen.push(kept())
      }),
    )
    expect(seen).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ])
  })

  it('fail alone: what one wrote before it failed is gone, the others stay', async () => {
    const ended = await Promise.allSettled([
      store.transaction(write('first')),
      store.transaction(async (tx) => {
        await write('half')(tx)
        throw new Error('changed its mind')
      }),
      store.transaction(write('first')),
      store.transaction(write('last')),
    ])
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(kept()).toEqual(['first', 'last'])
    const twice = ended[2]?.status === 'rejected' ? store.kindOf(ended[2].reason) : 'done'
    expect(twice).toBe('conflict')
  })

  it('see what those before them wrote', async () => {
    const found = await Promise.all([
      store.transaction(write('mine')),
      store.transaction(
        async ({ db }) => (await sql<{ text: string }>`select text from notes`.execute(db)).rows,
      ),
    ])
    expect(found[1]).toEqual([{ text: 'mine' }])
  })

  it('are refused together when the disk is full, and go on when there is room', async () => {
    const pages = database.pragma('page_count', { simple: true })
    database.pragma(`max_page_count = ${pages}`)
    const large = 'x'.repeat(100_000)
    const ended = await Promise.allSettled(['a', large, 'b'].map((text) => store.transaction(write(text))))
    const told = ended.flatMap((one) => (one.status === 'rejected' ? [store.kindOf(one.reason)] : []))
    expect(told.length).toBeGreaterThan(0)
    expect(new Set(told)).toEqual(new Set(['unavailable']))
    // Whoever was told that it is kept finds it kept.
    expect(kept()).toEqual(ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
    database.pragma('max_page_count = 100000')
    await store.transaction(write('later'))
    expect(kept()).toContain('later')
  })

  it('are told when the database cannot be had, and go on when it can', async () => {
    beside.exec('begin immediate')
    const ended = await Promise.allSettled([store.transaction(write('a')), store.transaction(write('b'))])
    expect(ended.map((one) => one.status === 'rejected' && store.kindOf(one.reason))).toEqual([
      'unavailable',
      'unavailable',
    ])
    beside.exec('rollback')
    expect(await store.transaction(write('c'))).toBe('c')
    expect(kept()).toEqual(['c'])
  })

  it('do not keep a reader waiting for all: it comes between two groups', async () => {
    const order: string[] = []
    const many = Array.from({ length: 80 }, (_, at) =>
      store.transaction(write(`n${at}`)).then(() => order.push('write')),
    )
    await new Promise((turn) => setImmediate(turn))
    const read = sql`select 1`.execute(store.query).then(() => order.push('read'))
    await Promise.all([...many, read])
    expect(order.indexOf('read')).toBeLessThan(80)
    expect(commits).toBe(3)
  })

  it('are answered when the log is on the disk, not when the database has them; the next group goes on meanwhile', async () => {
    const ends: (() => void)[] = []
    flushing = (fd, done) => ends.push(() => fdatasync(fd, done))
    const told: string[] = []
    const tell = (text: string) => told.push(text)
    const first = store.transaction(write('first')).then(tell)
    await until(() => kept().length === 1)
    const second = store.transaction(write('second')).then(tell)
    await until(() => kept().length === 2)
    expect(told).toEqual([])
    // What was committed while a flush ran is not covered by it.
    ends.shift()?.()
    await first
    expect(told).toEqual(['first'])
    ends.shift()?.()
    await second
    expect(told).toEqual(['first', 'second'])
  })

  it('are told when the disk did not take it, and so is everybody after: what it forgot is not known', async () => {
    flushing = (_, done) => done(new Error('EIO: i/o error, fdatasync'))
    const ended = await Promise.allSettled([store.transaction(write('a')), store.transaction(write('b'))])
    flushing = fdatasync
    const later = await Promise.allSettled([store.transaction(write('c'))])
    expect([...ended, ...later].map((one) => one.status === 'rejected' && store.kindOf(one.reason))).toEqual([
      'unavailable',
      'unavailable',
      'unavailable',
    ])
  })

  it('are flushed two side by side; what one could not write, the other does not vouch for', async () => {
    const ends: ((error: Error | null) => void)[] = []
    const files = new Set<number>()
    flushing = (fd, done) => {
      files.add(fd)
      ends.push(done)
    }
    const outcomes: Promise<PromiseSettledResult<string>[]>[] = []
    for (const text of ['first', 'second', 'third']) {
      outcomes.push(Promise.allSettled([store.transaction(write(text))]))
      await until(() => kept().includes(text))
    }
    expect(ends).toHaveLength(2)
    // Through one file the system would tell one of the two only.
    expect(files.size).toBe(2)
    ends[1]?.(new Error('EIO: i/o error, fdatasync'))
    ends[0]?.(null)
    const ended = (await Promise.all(outcomes)).flat()
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })

  it('are done once each, though where one fails the others are done anew', async () => {
    const tries: string[] = []
    const asked = (text: string, isGood: boolean) =>
      store.transaction(async (tx) => {
        tries.push(text)
        await write(text)(tx)
        if (!isGood) throw new Error('changed its mind')
      })
    await Promise.allSettled([asked('a', true), asked('b', false), asked('c', true)])
    expect(kept()).toEqual(['a', 'c'])
    expect(tries).toEqual(['a', 'b', 'a', 'b', 'c'])
    tries.length = 0
    await Promise.allSettled([asked('alone', false)])
    expect(tries).toEqual(['alone'])
  })

  it('and a write outside a transaction waits for the disk as well; a read with its line does not', async () => {
    const ends: ((error: Error | null) => void)[] = []
    flushing = (_, done) => ends.push(done)
    const told: string[] = []
    const writing = write('alone')(asTx(store.query)).then((text) => told.push(text))
    await until(() => ends.length === 1)
    expect(kept()).toEqual(['alone'])
    expect(told).toEqual([])
    ends.shift()?.(null)
    await writing
    expect(told).toEqual(['alone'])
    await store.reading(write('line'))
    expect(kept()).toEqual(['alone', 'line'])
    const refused = write('lost')(asTx(store.query)).catch((error: unknown) => store.kindOf(error))
    await until(() => ends.length === 1)
    ends.shift()?.(new Error('EIO: i/o error, fdatasync'))
    expect(await refused).toBe('unavailable')
  })
})

async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((turn) => setTimeout(turn, 1))
}
