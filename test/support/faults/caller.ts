// A person without a screen over a real socket: signs in, sends commands, sends them again until they are answered.
// Used by the faults and the bench.
import { randomUUID } from 'node:crypto'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { CommandName, Payload, Receipt } from '#shared/wire/command.ts'
import { sleep } from './result.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }
export type Sent = { id: string; name: CommandName; at: string; payload: unknown }

/** One connection kept alive per caller; null where there was no answer. */
export class Caller {
  readonly url: string
  cookie = ''
  private readonly agent: Agent

  constructor(url: string, sockets = 8) {
    this.url = url
    this.agent = new Agent({ keepAlive: true, maxSockets: sockets })
  }

  close(): void {
    this.agent.destroy()
  }

  async signIn(person: string): Promise<this> {
    const answer = await this.ask('POST', '/api/session/demo', { person })
    const cookie = answer?.headers['set-cookie']?.[0]?.split(';')[0]
    if (cookie === undefined) throw new Error(`cannot sign in as ${person}: ${answer?.body}`)
    this.cookie = cookie
    return this
  }

  ask(method: 'GET' | 'POST', path: string, body?: unknown, timeoutMs = 30_000): Promise<Answer | null> {
    return new Promise((resolve) => {
      const headers = {
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      }
      const out = request(
        this.url + path,
        { method, headers, agent: this.agent, timeout: timeoutMs },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => {
            text += part
          })
          answer.once('error', () => resolve(null))
          answer.once('aborted', () => resolve(null))
          answer.once('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
          )
        },
      )
      out.once('timeout', () => out.destroy())
      out.once('error', () => resolve(null))
      out.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }

  command<N extends CommandName>(name: N, payload: Payload<N>, id = randomUUID()): Sent {
    return { id, name, at: new Date().toISOString(), payload }
  }

  post(sent: Sent): Promise<Answer | null> {
    return this.ask('POST', '/api/commands', sent)
  }

  /** Sends until the server took or refused it; tells each answer on the way. */
  async deliver(
    sent: Sent,
    heard: (answer: Answer | null) => void = () => undefined,
  ): Promise<Receipt | null> {
    for (;;) {
      const answer = await this.post(sent)
      heard(answer)
      if (answer?.status === 200) return JSON.parse(answer.body) as Receipt
      if (answer !== null && answer.status < 500 && answer.status !== 429 && answer.status !== 408)
        return null
      await sleep(20 + Math.random() * 60)
    }
  }
}
