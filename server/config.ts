// The environment, parsed once at start. Called by main.ts; a mistake is one line for the operator.
import * as z from 'zod/mini'
import { DEFAULT_PUSH, type PushSettings } from './push/push-config.ts'
import { readServe, type ServeSettings } from './sign-in/serve-config.ts'
import { StartError } from './store/store.ts'

const text = z.string().check(z.trim(), z.minLength(1))
const environment = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), 8080),
  HOST: z._default(text, '127.0.0.1'),
  DATA_DIR: z._default(text, './data'),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
  VAPID_PUBLIC_KEY: z.optional(z.string().check(z.regex(/^[\w-]{80,100}$/))),
  VAPID_PRIVATE_KEY: z.optional(z.string().check(z.regex(/^[\w-]{40,50}$/))),
  VAPID_SUBJECT: z._default(z.string().check(z.regex(/^(mailto:|https:\/\/)/)), DEFAULT_PUSH.subject),
  PUSH_HOSTS: z.optional(z.string().check(z.regex(/^[\w.*:-]+(,[\w.*:-]+)*$/))),
})

export type Config = {
  /** 0: any free port. */
  port: number
  host: string
  dataDir: string
  /** PostgreSQL; the embedded store when null. */
  databaseUrl: string | null
  push: PushSettings
  /** Null: the demo, where one chooses whom to be. */
  serve: ServeSettings | null
}

/** Throws a StartError. Without `--demo`: in earnest, which asks for more. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const unknown = args.find((arg) => arg !== '--demo')
  if (unknown !== undefined) throw new StartError(`onbekende optie ${unknown}; alleen --demo bestaat`)
  // An empty variable is an unset one.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
    throw new StartError(`omgevingsvariabele niet bruikbaar: ${names.join(', ')}`)
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL } = parsed.data
  const push = readPush(parsed.data)
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL ?? null,
    push,
    serve: args.includes('--demo') ? null : readServe(set),
  }
}

/** Both keys or neither: half a pair is a mistake. */
function readPush(read: z.infer<typeof environment>): PushSettings {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT, PUSH_HOSTS } = read
  if ((publicKey === undefined) !== (privateKey === undefined))
    throw new StartError('VAPID_PUBLIC_KEY en VAPID_PRIVATE_KEY horen bij elkaar: geef beide of geen')
  return {
    keys: publicKey === undefined || privateKey === undefined ? null : { publicKey, privateKey },
    subject: VAPID_SUBJECT,
    hosts: PUSH_HOSTS?.split(',') ?? DEFAULT_PUSH.hosts,
  }
}
