// One of thousands of event streams, on a bare socket: little memory, no parsing beyond what is counted. Used by
// return.ts (F20) and the bench.
import { connect, type Socket } from 'node:net'

export type RawStream = {
  /** The last id it saw. */
  cursor: string
  /** Milliseconds the server asked it to wait before it comes back. */
  retry: number
  /** What it was told, as numbers that `mark` gives. */
  told: Set<number>
  socket: Socket
  /** The first beat after it opened: it has caught up. */
  caughtUp: boolean
  open: boolean
  bytes: number
}

type Options = {
  port: number
  cookie: string
  since?: string
  told?: Set<number>
  /** What of a `data:` line counts as told; null: nothing. */
  mark?: (data: string) => number | null
  /** Every frame with data, as it comes. */
  onData?: (data: string) => void
}

const HOST = '127.0.0.1'

export function openRaw({ port, cookie, since, told, mark, onData }: Options): RawStream {
  const socket = connect(port, HOST)
  const stream: RawStream = {
    cursor: since ?? '',
    retry: 0,
    told: told ?? new Set(),
    socket,
    caughtUp: false,
    open: false,
    bytes: 0,
  }
  const query = since === undefined ? '' : `?since=${since}`
  socket.setEncoding('utf8')
  socket.write(`GET /api/events${query} HTTP/1.1\r\nhost: ${HOST}:${port}\r\ncookie: ${cookie}\r\n\r\n`)
  let rest = ''
  socket.on('data', (text: string) => {
    // Refused for the moment: whoever wants it comes again.
    if (!stream.open && !text.startsWith('HTTP/1.1 200')) return socket.destroy()
    stream.open = true
    stream.bytes += text.length
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(stream, line, mark, onData)
  })
  socket.on('error', () => socket.destroy())
  return stream
}

function take(stream: RawStream, line: string, mark: Options['mark'], onData: Options['onData']): void {
  if (line.startsWith('id: ')) stream.cursor = copy(line.slice(4))
  else if (line.startsWith('retry: ')) stream.retry = Number(line.slice(7))
  else if (line.startsWith('event: beat')) stream.caughtUp = true
  else if (line.startsWith('data: {"')) {
    const data = line.slice(6)
    onData?.(data)
    const told = mark?.(data) ?? null
    if (told !== null) stream.told.add(told)
  }
}

/** A string of its own: a part of a longer one would keep all of it in memory. */
const copy = (part: string): string => Buffer.from(part).toString()
