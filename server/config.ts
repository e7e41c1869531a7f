// The environment, parsed once at start. Called by main.ts; a mistake is one line for the operator.
import * as z from 'zod/mini'
import { StartError } from './store/store.ts'

const text = z.string().check(z.trim(), z.minLength(1))
const environment = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), 8080),
  HOST: z._default(text, '127.0.0.1'),
  DATA_DIR: z._default(text, './data'),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
})

export type Config = {
  /** 0: any free port. */
  port: number
  host: string
  dataDir: string
  /** PostgreSQL; the embedded store when null. */
  databaseUrl: string | null
  demo: true
}

/** Throws a StartError. Accounts of its own come later, so the server runs in demo mode only. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const unknown = args.find((arg) => arg !== '--demo')
  if (unknown !== undefined) throw new StartError(`onbekende optie ${unknown}; alleen --demo bestaat`)
  if (!args.includes('--demo'))
    throw new StartError('start met --demo: aanmelden met eigen accounts bestaat nog niet')
  // An empty variable is an unset one.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
    throw new StartError(`omgevingsvariabele niet bruikbaar: ${names.join(', ')}`)
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL } = parsed.data
  return { port: PORT, host: HOST, dataDir: DATA_DIR, databaseUrl: DATABASE_URL ?? null, demo: true }
}
