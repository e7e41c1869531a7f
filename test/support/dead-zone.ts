// A road between a phone and the server, on loopback, on which the signal can be lost. Used by test/flows.
import { connect, createServer, type Socket } from 'node:net'

export type DeadZone = {
  /** What the phone opens in the server's place. */
  url: string
  /** Open connections break, new ones are refused. */
  enter: () => void
  leave: () => void
  close: () => Promise<void>
}

export async function startDeadZone(target: string): Promise<DeadZone> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let inside = false
  const server = createServer((phone) => {
    if (inside) {
      phone.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const [end, other] of [
      [phone, far],
      [far, phone],
    ] as const) {
      open.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        open.delete(end)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const breakAll = () => {
    for (const end of open) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    enter() {
      inside = true
      breakAll()
    },
    leave() {
      inside = false
    },
    async close() {
      breakAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
