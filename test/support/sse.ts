// Reads a server-sent event stream over a real socket, as a browser would.

export type Frame = { id: string | null; event: string; data: unknown }
export type Stream = {
  /** The next frame that is no sign of life; fails when none comes in time. */
  next(): Promise<Frame>
  /** Every frame until `done` holds for one; that one included. */
  until(done: (frame: Frame) => boolean): Promise<Frame[]>
  /** True when nothing comes in this time. */
  isSilent(ms: number): Promise<boolean>
  /** True when the server ended the stream in this time. */
  ends(ms: number): Promise<boolean>
  retry(): number | null
  close(): void
}

const WAIT_MS = 5000

/** Whether it tells of anything but an alert: for tests of what the alerts only accompany. */
export const noAlert = ({ data }: Frame): boolean => !JSON.stringify(data).includes('"subject":"alert"')

/** `keeps`: which frames the reader hears of; all but signs of life when left out. */
export async function openStream(
  url: string,
  cookie: string,
  since?: string,
  keeps: (frame: Frame) => boolean = () => true,
): Promise<Stream> {
  const abort = new AbortController()
  const query = since === undefined ? '' : `?since=${since}`
  const answer = await fetch(`${url}/api/events${query}`, { headers: { cookie }, signal: abort.signal })
  if (answer.status !== 200 || answer.body === null) throw new Error(`no stream: ${answer.status}`)
  const frames: Frame[] = []
  let wake: () => void = () => undefined
  let over = false
  let retry: number | null = null
  const take = (block: string) => {
    const said = /^retry: (\d+)$/m.exec(block)
    if (said !== null) retry = Number(said[1])
    const frame = readFrame(block)
    if (frame !== null && frame.event !== 'beat' && keeps(frame)) frames.push(frame)
  }
  void readBlocks(answer.body, take, () => wake()).then(() => {
    over = true
    wake()
  })

  const wait = (ms: number, done: () => boolean): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(done()), ms)
      wake = () => {
        if (!done()) return
        clearTimeout(timer)
        resolve(true)
      }
      wake()
    })
  const next = async (): Promise<Frame> => {
    await wait(WAIT_MS, () => frames.length > 0 || over)
    const frame = frames.shift()
    if (frame === undefined) throw new Error(over ? 'the stream ended' : `no frame in ${WAIT_MS} ms`)
    return frame
  }
  return {
    next,
    async until(done) {
      const seen: Frame[] = []
      for (;;) {
        const frame = await next()
        seen.push(frame)
        if (done(frame)) return seen
      }
    },
    isSilent: async (ms) => !(await wait(ms, () => frames.length > 0)),
    ends: (ms) => wait(ms, () => over),
    retry: () => retry,
    close: () => abort.abort(),
  }
}

async function readBlocks(
  body: ReadableStream<Uint8Array>,
  take: (block: string) => void,
  after: () => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const bytes of body) {
      const blocks = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) take(block)
      after()
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // Closed by either side: the reader learns it by `ends`.
  }
}

function readFrame(block: string): Frame | null {
  const frame: Frame = { id: null, event: 'message', data: undefined }
  for (const line of block.split('\n')) {
    const [field, value] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]
    if (field === 'id') frame.id = value
    if (field === 'event') frame.event = value
    if (field === 'data') frame.data = JSON.parse(value)
  }
  return frame.data === undefined ? null : frame
}
