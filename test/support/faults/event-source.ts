// The part of EventSource that the client uses, over node:http: it does not reconnect by itself, the client does.
import { get } from 'node:http'
import type { Source } from '#web/sync/stream.ts'

type Hear = (event: MessageEvent<string>) => void

export function openEventSource(url: string, cookie: string): Source {
  const listeners = new Map<string, Hear>()
  let rest = ''
  let lastEventId = ''
  let closed = false
  const tell = (name: string, data: string) => {
    if (!closed) listeners.get(name)?.({ data, lastEventId } as MessageEvent<string>)
  }
  const take = (block: string) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
    lastEventId = field('id') ?? lastEventId
    const data = field('data')
    if (data !== undefined) tell(field('event') ?? 'message', data)
  }
  const request = get(url, { headers: { cookie, accept: 'text/event-stream' }, agent: false }, (answer) => {
    if (answer.statusCode !== 200) {
      answer.resume()
      tell('error', '')
      return
    }
    tell('open', '')
    answer.setEncoding('utf8')
    answer.on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) take(block)
    })
    answer.once('close', () => tell('error', ''))
  })
  request.once('error', () => tell('error', ''))
  return {
    addEventListener: (name, listener) => listeners.set(name, listener),
    close() {
      closed = true
      request.destroy()
    },
  }
}
