// The time of a simulated world: timers fire in order of their moment, and nothing waits for the wall. While a world
// runs, the globals that measure time or draw chance are its own, so that a seed alone decides what happens.
import { createCipheriv, createDecipheriv } from 'node:crypto'

type Timer = { at: number; order: number; work: () => void; off: boolean }
type Later = (work: () => void) => unknown

const realTurn = globalThis.setImmediate
const TAG_BYTES = 16

export class VirtualTime {
  /** Epoch ms. */
  now: number
  private readonly heap: Timer[] = []
  private order = 0
  private turns = 0
  private readonly onFault: (fault: unknown) => void

  constructor(now: number, onFault: (fault: unknown) => void) {
    this.now = now
    this.onFault = onFault
  }

  /** Returns how to cancel it. */
  setTimer = (work: () => void, ms: number): (() => void) => {
    const timer = { at: this.now + Math.max(0, ms), order: this.order++, work, off: false }
    push(this.heap, timer)
    return () => {
      timer.off = true
    }
  }

  setEvery(work: () => void, ms: number): () => void {
    let cancel: () => void
    const again = () => {
      cancel = this.setTimer(again, ms)
      work()
    }
    cancel = this.setTimer(again, ms)
    return () => cancel()
  }

  wait = (ms: number): Promise<void> => new Promise((done) => this.setTimer(done, ms))

  /** Lets everything that is under way finish, as far as it waits for no timer. */
  async drain(): Promise<void> {
    do await new Promise<void>((done) => realTurn(done))
    while (this.turns > 0)
  }

  /** Runs until this moment, or until `done` says so. */
  async runUntil(moment: number, done: () => boolean = () => false): Promise<void> {
    await this.drain()
    while (!done()) {
      const next = this.heap[0]
      if (next === undefined || next.at > moment) break
      pop(this.heap)
      if (next.off) continue
      this.now = Math.max(this.now, next.at)
      this.call(next.work)
      await this.drain()
    }
    if (!done()) this.now = Math.max(this.now, moment)
  }

  /** Hours in which nobody looks: what repeats fires once at the end of it. */
  leap(ms: number): void {
    this.now += ms
  }

  private call(work: () => void): void {
    try {
      work()
    } catch (fault) {
      this.onFault(fault)
    }
  }

  /** Takes the place of the machine's timers and chance; returns how to give them back. */
  install(random: (bytes: number) => Buffer): () => void {
    const asTimer = (cancel: () => void) => ({ cancel, unref: () => undefined, ref: () => undefined })
    const clear = (timer: { cancel?: () => void } | undefined) => timer?.cancel?.()
    const setImmediate: Later = (work) => {
      this.turns += 1
      return realTurn(() => {
        this.turns -= 1
        this.call(work)
      })
    }
    const own: Record<string, unknown> = {
      setTimeout: (work: () => void, ms = 0) => asTimer(this.setTimer(work, ms)),
      setInterval: (work: () => void, ms = 0) => asTimer(this.setEvery(work, ms)),
      clearTimeout: clear,
      clearInterval: clear,
      setImmediate,
      crypto: seededCrypto(random),
      BroadcastChannel: undefined,
    }
    const before = Object.keys(own).map(
      (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
    )
    for (const [name, value] of Object.entries(own))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
    const { timeout } = AbortSignal
    AbortSignal.timeout = (ms) => new Limit(this, ms) as unknown as AbortSignal
    return () => {
      AbortSignal.timeout = timeout
      for (const [name, descriptor] of before)
        if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor)
    }
  }
}

/** As much of an abort signal as a request of ours asks for. */
class Limit {
  private readonly time: VirtualTime
  private readonly ms: number
  private cancel: () => void = () => undefined

  constructor(time: VirtualTime, ms: number) {
    this.time = time
    this.ms = ms
  }

  addEventListener(_: string, abort: () => void): void {
    this.cancel = this.time.setTimer(abort, this.ms)
  }

  removeEventListener(): void {
    this.cancel()
  }
}

type Params = { iv: Uint8Array; additionalData: Uint8Array }
type Key = { raw: Uint8Array }

/** AES-GCM as the browser has it, without threads: the real one answers when it likes. */
function seededCrypto(random: (bytes: number) => Buffer) {
  const subtle = {
    generateKey: async (): Promise<Key> => ({ raw: new Uint8Array(random(32)) }),
    async encrypt({ iv, additionalData }: Params, key: Key, data: Uint8Array): Promise<ArrayBuffer> {
      const cipher = createCipheriv('aes-256-gcm', key.raw, iv).setAAD(additionalData)
      const sealed = Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()])
      return new Uint8Array(sealed).buffer
    },
    async decrypt({ iv, additionalData }: Params, key: Key, data: ArrayBuffer): Promise<ArrayBuffer> {
      const sealed = Buffer.from(data)
      const cipher = createDecipheriv('aes-256-gcm', key.raw, iv).setAAD(additionalData)
      cipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
      const plain = [cipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), cipher.final()]
      return new Uint8Array(Buffer.concat(plain)).buffer
    },
  }
  return {
    subtle,
    getRandomValues<A extends Uint8Array>(array: A): A {
      array.set(random(array.length))
      return array
    },
    randomUUID: () => uuidOf(random(16)),
  }
}

/** A random-looking id with the form of version 4. */
export function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
  return [...parts, hex.slice(20, 32)].join('-')
}

const before = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

function push(heap: Timer[], timer: Timer): void {
  let at = heap.length
  heap.push(timer)
  while (at > 0) {
    const up = (at - 1) >> 1
    const parent = heap[up]
    if (parent === undefined || before(parent, timer)) break
    heap[at] = parent
    at = up
  }
  heap[at] = timer
}

function pop(heap: Timer[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    const [a, b] = [heap[left], heap[left + 1]]
    const child = a !== undefined && b !== undefined && before(b, a) ? left + 1 : left
    const least = heap[child]
    if (least === undefined || before(last, least)) break
    heap[at] = least
    at = child
  }
  heap[at] = last
}
