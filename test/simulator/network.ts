// What lies between one phone and the server: time, loss, repetition, dead zones and a captive portal's page.
import type { Source } from '#web/sync/stream.ts'
import type { Break } from './breaks.ts'
import type { Chance } from './chance.ts'
import type { History } from './history.ts'
import { type Asked, Outgoing, type Reply, type SimServer } from './server.ts'
import { SimSource } from './source.ts'
import type { VirtualTime } from './virtual-time.ts'

export type Link = {
  state: 'up' | 'down' | 'portal'
  /** One way, ms. */
  least: number
  spread: number
  bytesPerSecond: number
  /** Parts of all requests. */
  lossOut: number
  lossBack: number
  repeat: number
  delayed: number
  otherBody: number
}

export const GOOD: Link = {
  state: 'up',
  least: 15,
  spread: 60,
  bytesPerSecond: 1e6,
  lossOut: 0,
  lossBack: 0,
  repeat: 0,
  delayed: 0,
  otherBody: 0,
}
/** 50 kbit/s, 800 ms there and back, 5 % of what is sent is lost. */
export const SLOW: Link = {
  ...GOOD,
  least: 380,
  spread: 40,
  bytesPerSecond: 6250,
  lossOut: 0.025,
  lossBack: 0.025,
}

type Deps = {
  server: SimServer
  time: VirtualTime
  chance: Chance
  history: History
  name: string
  cookie: () => string
  onServed: (asked: Asked, reply: Reply, cookie: string) => void
  broken: Break
}

const PORTAL_PAGES = [
  { status: 200, type: 'text/html', text: '<!doctype html><title>Gratis wifi</title>' },
  { status: 511, type: 'text/html', text: '<!doctype html><title>Log in</title>' },
  { status: 200, type: 'application/json', text: '{"status":"login"}' },
  { status: 404, type: 'text/html', text: '<h1>Not here</h1>' },
] as const

export class Network {
  link: Link = { ...GOOD }
  private readonly deps: Deps
  private sources: SimSource[] = []

  constructor(deps: Deps) {
    this.deps = deps
  }

  set(link: Partial<Link>): void {
    Object.assign(this.link, link)
    if (this.link.state === 'up') return
    // Some browsers see the line go at once, others hold a dead one.
    for (const source of this.sources.splice(0)) {
      if (this.deps.chance.odds(0.5)) source.fail()
      else source.deaf = true
    }
  }

  private delay(bytes: number): number {
    const { least, spread, bytesPerSecond } = this.link
    return least + this.deps.chance.fraction() * spread + (1000 * bytes) / bytesPerSecond
  }

  fetch = (path: string, init: RequestInit = {}): Promise<Response> => {
    const { time, chance, broken } = this.deps
    const body = typeof init.body === 'string' ? init.body : null
    const headers = Object.fromEntries(new Headers(init.headers))
    const asked: Asked = { path, method: init.method ?? 'GET', body, cookie: this.deps.cookie(), headers }
    return new Promise((resolve, reject) => {
      const late = () => reject(new TypeError('timed out'))
      init.signal?.addEventListener('abort', late)
      const heard = () => init.signal?.removeEventListener('abort', late)
      const answer = (response: Response) => {
        heard()
        resolve(response)
      }
      const fail = (fault: unknown) => {
        heard()
        reject(fault)
      }
      const lost = () => {
        // Refused at once, or never heard of again until the caller's own limit.
        if (chance.odds(0.5)) time.setTimer(() => fail(new TypeError('network')), 20)
      }
      const arrive = async (): Promise<void> => {
        if (this.link.state === 'down' || chance.odds(this.link.lossOut)) return lost()
        if (this.link.state === 'portal') {
          this.deps.history.inject('F22 captive portal', `${this.deps.name} ${asked.method} ${path}`)
          return answer(portalPage(chance.pick(PORTAL_PAGES)))
        }
        const served = await this.serve(broken.ask?.(asked) ?? asked)
        const reply = broken.reply === undefined ? served : broken.reply(asked, served)
        if (reply === null) return lost()
        time.setTimer(() => {
          const isLost = this.link.state !== 'up' || chance.odds(this.link.lossBack)
          if (!isLost) return answer(responseOf(reply))
          if (asked.method === 'POST' && reply.status === 200)
            this.deps.history.inject('F2 answer lost', this.deps.name)
          lost()
        }, this.delay(reply.text.length))
      }
      time.setTimer(() => void arrive().catch(fail), this.delay((body ?? '').length + 400))
    })
  }

  /** At the server, once or more often. */
  private async serve(asked: Asked): Promise<Reply | null> {
    const { server, time, chance, history } = this.deps
    const once = async (sent: Asked): Promise<Reply | null> => {
      const reply = await server.handle(sent)
      if (reply !== null) this.deps.onServed(sent, reply, sent.cookie)
      return reply
    }
    const isCommand = asked.path === '/api/commands'
    const isRide = /"name":"ride\./.test(asked.body ?? '')
    if (isCommand && chance.odds(this.link.delayed * (isRide ? 3 : 1))) {
      if (isRide) history.inject('F4 step delayed', this.deps.name)
      const late = chance.between(2_000, 120_000)
      time.setTimer(() => void once(asked).catch((fault) => history.violate('fault', String(fault))), late)
    }
    if (isCommand && chance.odds(this.link.repeat)) {
      history.inject('F1 parallel posts', this.deps.name)
      const [first] = await Promise.all([1, 2, 3, 4, 5].map(() => once(asked)))
      return first ?? null
    }
    const reply = await once(asked)
    if (isCommand && reply?.status === 200 && chance.odds(this.link.otherBody)) await this.sendOther(asked)
    return reply
  }

  /** The same id with other facts: a fault of a client, or somebody who tries. */
  private async sendOther(asked: Asked): Promise<void> {
    const { server, history, name } = this.deps
    const command = JSON.parse(asked.body ?? '{}') as { at: string }
    const other = { ...command, at: new Date(Date.parse(command.at) - 1000).toISOString() }
    history.inject('F3 other body', name)
    const reply = await server.handle({ ...asked, body: JSON.stringify(other) })
    if (reply !== null && !reply.text.includes('"command.mismatch"'))
      history.violate('mismatch-accepted', `${name}: ${reply.status} ${reply.text.slice(0, 120)}`)
  }

  openSource = (url: string): Source => {
    const { server, time, chance, cookie } = this.deps
    const source = new SimSource(this.deps.broken.hears ?? (() => true))
    let last = 0
    const out = new Outgoing((bytes) => {
      last = Math.max(last, time.now + this.delay(bytes.length))
      time.setTimer(() => source.hear(bytes), last - time.now)
    })
    // The server's side of a line that died hears of it after a while.
    const hangUp = () => time.setTimer(() => out.destroy(), chance.between(50, 60_000))
    source.onClose = hangUp
    out.on('close', () => time.setTimer(() => source.fail(), 30))
    const arrive = async (): Promise<void> => {
      if (source.closed) return
      if (this.link.state === 'down' && chance.odds(0.3)) return
      if (this.link.state !== 'up' || chance.odds(this.link.lossOut)) return source.fail()
      this.sources.push(source)
      const isOpen = await server.openStream(url, cookie(), out)
      this.deps.history.say(`${this.deps.name} stream`, isOpen ? url : 'not open')
      if (!isOpen) source.fail()
    }
    time.setTimer(() => void arrive().catch(() => source.fail()), this.delay(400))
    return source
  }
}

const responseOf = ({ status, headers, text }: Reply): Response =>
  new Response(status === 204 ? null : text, { status, headers })

const portalPage = ({ status, type, text }: (typeof PORTAL_PAGES)[number]): Response =>
  new Response(text, { status, headers: { 'content-type': type } })
