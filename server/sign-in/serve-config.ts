// What an installation with people of its own is told by its operator: where it is found, how https reaches it, and which
// providers vouch for people. Read by config.ts; each mistake is said in one line.
import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import * as z from 'zod/mini'
import { everyPlace } from '#shared/access/role-places.ts'
import { ROLES } from '#shared/terms.ts'
import { StartError } from '#server/store/store.ts'
import type { ProviderSettings } from './providers.ts'

/** How https reaches us: with our own certificate, or ended by a proxy that alone may connect. */
export type Door = { tls: { cert: string; key: string } | null; proxy: BlockList | null }
export type ServeSettings = { signIn: { origin: string; providers: ProviderSettings[] }; door: Door }

type Read = (path: string) => string
const readText: Read = (path) => readFileSync(path, 'utf8')
type Env = Readonly<Record<string, string | undefined>>

/** Throws a StartError that names all that is missing. */
export function readServe(env: Env, read: Read = readText): ServeSettings {
  const { ORIGIN, TLS_CERT, TLS_KEY, TRUST_PROXY, PROVIDERS_FILE } = env
  const missing = [
    ...(ORIGIN === undefined ? ['ORIGIN (https://…, het adres waarop men brancard vindt)'] : []),
    ...(TRUST_PROXY === undefined && (TLS_CERT === undefined || TLS_KEY === undefined)
      ? ['TLS_CERT met TLS_KEY, of TRUST_PROXY (het adres van de proxy die https afhandelt)']
      : []),
  ]
  if (ORIGIN === undefined || missing.length > 0)
    throw new StartError(`zonder --demo ontbreekt: ${missing.join('; ')}`)
  if (TRUST_PROXY !== undefined && (TLS_CERT !== undefined || TLS_KEY !== undefined))
    throw new StartError('geef TLS_CERT met TLS_KEY, of TRUST_PROXY, niet beide')
  return {
    signIn: {
      origin: originFrom(ORIGIN),
      providers: PROVIDERS_FILE === undefined ? [] : readProviders(PROVIDERS_FILE, env, read),
    },
    door:
      TRUST_PROXY === undefined
        ? { tls: { cert: pem('TLS_CERT', TLS_CERT, read), key: pem('TLS_KEY', TLS_KEY, read) }, proxy: null }
        : { tls: null, proxy: proxyFrom(TRUST_PROXY) },
  }
}

function originFrom(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || url.protocol !== 'https:' || url.origin !== given.replace(/\/$/, ''))
    throw new StartError(`ORIGIN moet een https-adres zonder pad zijn, bijvoorbeeld https://brancard.example`)
  return url.origin
}

function pem(name: string, path: string | undefined, read: Read): string {
  const text = tryRead(name, path ?? '', read)
  if (!text.includes('-----BEGIN ')) throw new StartError(`${name}: ${path} is geen PEM-bestand`)
  return text
}

function tryRead(name: string, path: string, read: Read): string {
  try {
    return read(path)
  } catch (error) {
    throw new StartError(`${name}: ${path} kan niet worden gelezen`, { cause: error })
  }
}

/** One address or more, or ranges such as 10.0.0.0/8. */
function proxyFrom(given: string): BlockList {
  const list = new BlockList()
  for (const part of given.split(',').map((one) => one.trim())) {
    const [address = '', bits] = part.split('/')
    const family = isIP(address)
    const range = bits === undefined ? (family === 6 ? 128 : 32) : Number(bits)
    if (family === 0 || !Number.isInteger(range) || range < 8 || range > (family === 6 ? 128 : 32))
      throw new StartError(`TRUST_PROXY: ${part} is geen adres van een proxy`)
    list.addSubnet(address, range, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

const claim = z.string().check(z.minLength(1), z.maxLength(200))
const provider = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,29}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  issuer: z.string().check(z.refine(isIssuer, { error: 'https' })),
  clientId: claim,
  /** The name of the environment variable that holds it. */
  clientSecretEnv: z.optional(z.string().check(z.regex(/^[A-Z][A-Z0-9_]*$/))),
  scopes: z._default(z.array(claim), ['openid']),
  userInfo: z._default(z.boolean(), false),
  organisation: z.union([z.strictObject({ claim }), z.strictObject({ ura: claim })]),
  organisations: z.record(claim, claim),
  enteredUras: z._default(z.boolean(), false),
  role: z.strictObject({ claim, values: z.record(claim, z.enum(ROLES)) }),
})
const file = z.strictObject({ providers: z.array(provider) })

/** Without https only for a provider on this very machine. */
function isIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname } = new URL(issuer)
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  )
}

export function readProviders(path: string, env: Env, read: Read = readText): ProviderSettings[] {
  const parsed = file.safeParse(asJson(path, tryRead('PROVIDERS_FILE', path, read)))
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || String(issue.code))
    throw new StartError(`PROVIDERS_FILE: niet bruikbaar: ${[...new Set(fields)].join(', ')}`)
  }
  const { providers } = parsed.data
  const twice = providers.find(({ id }, at) => providers.findIndex((one) => one.id === id) !== at)
  if (twice !== undefined) throw new StartError(`PROVIDERS_FILE: ${twice.id} staat er twee keer in`)
  for (const one of providers) checkPlaces(one)
  return providers.map(({ clientSecretEnv, ...rest }) => ({
    ...rest,
    clientSecret: clientSecretEnv === undefined ? null : secretOf(env, clientSecretEnv, rest.id),
  }))
}

/** What would let nobody in, or an administrator, is a mistake that is better said now. */
function checkPlaces({ id, organisations, role }: z.output<typeof provider>): void {
  const known = new Set(everyPlace().map(({ org }) => org))
  const unknown = Object.values(organisations).find((org) => !known.has(org))
  if (unknown !== undefined)
    throw new StartError(`PROVIDERS_FILE: ${id}: ${unknown} is geen organisatie van brancard`)
  if (Object.values(role.values).includes('admin'))
    throw new StartError(`PROVIDERS_FILE: ${id}: een beheerder komt niet van een aanbieder (role.values)`)
}

function secretOf(env: Env, name: string, id: string): string {
  const secret = env[name]
  if (secret === undefined) throw new StartError(`PROVIDERS_FILE: ${id} vraagt om ${name}, die ontbreekt`)
  return secret
}

function asJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new StartError(`PROVIDERS_FILE: ${path} is geen JSON`, { cause: error })
  }
}
