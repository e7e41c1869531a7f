import type { Connection } from './stream.ts'

/** What the tab that keeps the stream tells the others, and what they ask of it. */
export type Word =
  | { line: Connection; syncedAt: string | null; ahead: number | null }
  | { ask: true }
  | { hurry: boolean }
  | { sessionLost: true }

/** What concerns the screens of the others. */
export type Told = Exclude<Word, { ask: true } | { hurry: boolean }>

export type Channel = {
  post(word: Word): void
  listen(hear: (word: Word) => void): void
  close(): void
}

/** How tabs of one browser find each other: left out where it cannot, and every tab has a stream of its own. */
export type Neighbours = {
  openChannel: (name: string) => Channel
  /**
   * Runs `work` once this tab is the only one that holds this name, and holds it until that ends or the signal says
   * so. Rejects with an AbortError when it never came to it.
   */
  hold: (name: string, work: () => Promise<void>, signal: AbortSignal) => Promise<void>
}

type Deps = Neighbours & {
  person: string
  setTimer: (work: () => void, ms: number) => () => void
  /** This tab keeps the stream from now on. */
  onLead: () => void
  onWord: (word: Told) => void
  onHurry: (anew: boolean) => void
  onFault: (fault: unknown) => void
}

/** The tab that keeps the stream answers at once; one that is put to sleep does not. */
const DOUBT_MS = 3_000
/** It passes on every beat and every try (a minute apart at most; out of sight timers run once a minute). */
const WORDLESS_MS = 130_000

/** One person's tabs: the first keeps the stream, the others live by its word, and take over when it is gone. */
export class Tabs {
  private readonly deps: Deps
  private readonly channel: Channel
  private readonly ended = new AbortController()
  private cancelDoubt: (() => void) | undefined
  private leads = false
  private last: Word | undefined

  constructor(deps: Deps) {
    this.deps = deps
    this.channel = deps.openChannel(`brancard:${deps.person}`)
    this.channel.listen((word) => this.hear(word))
    const turn = () =>
      new Promise<void>((free) => {
        this.ended.signal.addEventListener('abort', () => free())
        this.lead()
      })
    deps.hold(`stream:${deps.person}`, turn, this.ended.signal).catch((fault: unknown) => {
      if (!this.ended.signal.aborted) deps.onFault(fault)
    })
    this.ask()
  }

  /** To the other tabs. */
  tell(word: Word): void {
    if (this.ended.signal.aborted) return
    this.channel.post(word)
    if ('line' in word) this.last = word
  }

  /** Here somebody looks at the screen: is the tab that keeps the stream awake? */
  hurry(anew: boolean): void {
    if (this.leads) return
    this.channel.post({ hurry: anew })
    this.doubt(DOUBT_MS)
  }

  close(): void {
    this.cancelDoubt?.()
    this.ended.abort()
    this.channel.close()
  }

  private hear(word: Word): void {
    if ('ask' in word || 'hurry' in word) {
      if (!this.leads) return
      if ('hurry' in word) this.deps.onHurry(word.hurry)
      if (this.last !== undefined) this.channel.post(this.last)
      return
    }
    if ('sessionLost' in word) this.deps.onWord(word)
    else if (!this.leads) {
      this.doubt(WORDLESS_MS)
      this.deps.onWord(word)
    }
  }

  private ask(): void {
    if (this.leads || this.ended.signal.aborted) return
    this.channel.post({ ask: true })
    this.doubt(DOUBT_MS)
  }

  private doubt(ms: number): void {
    this.cancelDoubt?.()
    this.cancelDoubt = this.deps.setTimer(() => this.lead(), ms)
  }

  /** Also beside a tab that sleeps on: two streams do no harm, none would. */
  private lead(): void {
    this.cancelDoubt?.()
    if (this.leads || this.ended.signal.aborted) return
    this.leads = true
    this.deps.onLead()
  }
}
