// The log: one JSON line per request and per trouble, on standard error. It names requests by number and routes by
// pattern, never addresses as asked; of an error it tells no values. Used everywhere in server.
import { pino } from 'pino'

/** What was quoted may be a value: a parser shows what it read, a constraint what it met; an address holds secrets. */
const scrubbed = (text: string): string =>
  text.replace(/(["'`«]).*?(["'`»]|$)/gs, '$1…$2').replace(/\w+:\/\/\S+/g, '…')

type Told = { type: string; code?: string; message?: string; at?: string[] }

/** Kind, code and place of an error, and its words without what they quote. A database's `detail` holds values. */
export function toldOf(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // A parser quotes what it read, with or without quotation marks.
  const quotes = error instanceof SyntaxError
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(quotes ? {} : { message: scrubbed(error.message) }),
    ...(at.length === 0 ? {} : { at }),
  }
}

/** `warn` until main.ts says otherwise: a demo and a test tell of trouble only. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? 'warn',
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: toldOf },
  },
  pino.destination({ dest: 2, sync: true }),
)
