// An EventSource as the browser has it, fed with bytes: frames, names, the last id; an error when the line breaks.
import type { Source } from '#web/sync/stream.ts'

type Hear = (event: MessageEvent<string>) => void

export class SimSource implements Source {
  closed = false
  /** The line is dead and nobody knows. */
  deaf = false
  onClose: () => void = () => undefined
  private readonly listeners: { name: string; hear: Hear }[] = []
  private rest = ''
  private lastId = ''
  private open = false
  private readonly hears: (event: string, data: string) => boolean

  /** `hears`: false leaves a frame out, in a broken world. */
  constructor(hears: (event: string, data: string) => boolean) {
    this.hears = hears
  }

  addEventListener(name: string, hear: Hear): void {
    this.listeners.push({ name, hear })
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.onClose()
  }

  fail(): void {
    if (this.closed || this.deaf) return
    this.tell('error', '')
  }

  hear(bytes: Buffer): void {
    if (this.closed || this.deaf) return
    if (!this.open) {
      this.open = true
      this.tell('open', '')
    }
    const blocks = (this.rest + bytes.toString()).split('\n\n')
    this.rest = blocks.pop() ?? ''
    for (const block of blocks) this.take(block)
  }

  private take(block: string): void {
    let event = 'message'
    let data: string | null = null
    for (const line of block.split('\n')) {
      const at = line.indexOf(':')
      const [field, value] = [line.slice(0, at), line.slice(at + 2)]
      if (field === 'id') this.lastId = value
      if (field === 'event') event = value
      if (field === 'data') data = value
    }
    if (data !== null && this.hears(event, data)) this.tell(event, data)
  }

  private tell(name: string, data: string): void {
    if (this.closed) return
    const event = { type: name, data, lastEventId: this.lastId } as MessageEvent<string>
    for (const { name: of, hear } of this.listeners) if (of === name && !this.closed) hear(event)
  }
}
