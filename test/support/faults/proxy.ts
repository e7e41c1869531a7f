// What lies between a phone and the server, on loopback: slow, lossy, holding answers back, or silently dead. Counts
// the bytes. Used by silent.ts and slow-line.ts.
import { connect, createServer, type Socket } from 'node:net'

export type Shape = {
  /** One way. */
  latencyMs: number
  /** Both ways each, all connections together. */
  bitsPerSecond: number
  /** This part of the chunks comes a timeout later, as TCP sends a lost packet again. */
  loss: number
}
/** `hold`: answers of streams are kept back. `dead`: open connections stay open and carry nothing. `refuse`: no signal. */
export type Mode = 'pass' | 'hold' | 'refuse'

export type Line = {
  url: string
  bytes: { up: number; down: number }
  mode: Mode
  shape: Shape | null
  /** The connections that are open now become half-open; new ones are as ever. */
  freeze(): void
  /** The connections that are open now break. */
  cut(): void
  close(): Promise<void>
}

const RESEND_MS = 1000
const BYTE_BITS = 8

type Wire = { phone: Socket; server: Socket; frozen: boolean; stream: boolean }

export async function startProxy(target: string): Promise<Line> {
  const to = new URL(target)
  const wires = new Set<Wire>()
  const state: Pick<Line, 'bytes' | 'mode' | 'shape'> = {
    bytes: { up: 0, down: 0 },
    mode: 'pass',
    shape: null,
  }
  const lanes = { up: makeLane(state), down: makeLane(state) }
  const server = createServer((phone) => {
    if (state.mode === 'refuse') {
      phone.destroy()
      return
    }
    const wire = { phone, server: connect(Number(to.port), to.hostname), frozen: false, stream: false }
    wires.add(wire)
    carry(wire, state, lanes, () => wires.delete(wire))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  return Object.assign(state, {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    freeze() {
      for (const wire of wires) wire.frozen = true
    },
    cut() {
      for (const { phone, server: far } of wires) for (const end of [phone, far]) end.destroy()
    },
    async close() {
      for (const { phone, server: far } of wires) for (const end of [phone, far]) end.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

function carry(
  wire: Wire,
  state: Pick<Line, 'bytes' | 'mode'>,
  lanes: Record<'up' | 'down', ReturnType<typeof makeLane>>,
  over: () => void,
): void {
  const { phone, server } = wire
  const pass = (way: 'up' | 'down', chunk: Buffer, out: Socket) => {
    if (way === 'up' && chunk.includes('GET /api/events')) wire.stream = true
    if (wire.frozen || (way === 'down' && wire.stream && state.mode === 'hold')) return
    state.bytes[way] += chunk.length
    lanes[way](chunk.length, () => {
      if (!wire.frozen && !out.destroyed) out.write(chunk)
    })
  }
  phone.on('data', (chunk: Buffer) => pass('up', chunk, server))
  server.on('data', (chunk: Buffer) => pass('down', chunk, phone))
  for (const [end, other] of [
    [phone, server],
    [server, phone],
  ] as const) {
    end.on('error', () => other.destroy())
    end.on('close', () => {
      // A half-open connection does not hear that the other side is gone.
      if (!wire.frozen) other.destroy()
      over()
    })
  }
}

/** Chunks of one direction, one after another, each as late as the line makes it. */
function makeLane(state: { shape: Shape | null }): (bytes: number, deliver: () => void) => void {
  let freeAt = 0
  return (bytes, deliver) => {
    const { shape } = state
    if (shape === null) return deliver()
    const now = performance.now()
    const sent = Math.max(now, freeAt) + (bytes * BYTE_BITS * 1000) / shape.bitsPerSecond
    // What comes after a lost packet waits for it.
    freeAt = sent + (Math.random() < shape.loss ? RESEND_MS : 0)
    setTimeout(deliver, freeAt - now + shape.latencyMs)
  }
}
