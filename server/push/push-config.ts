// With which keys and to which hosts this server pushes. Read once at start; config.ts gives what the environment says.
import webPush from 'web-push'
import { type KeyPair, ownKeyPair } from '#server/store/push-subscriptions.ts'
import type { Store } from '#server/store/store.ts'

/** The push services of the browsers there are. `*.` stands for any one name before it. */
export const PUSH_HOSTS: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.notify.windows.com',
  '*.push.apple.com',
]

export type PushSettings = {
  /** Null: the database's own pair, which fits a demo or a trial. */
  keys: KeyPair | null
  /** Whom a push service may write to (RFC 8292): `mailto:` or `https:`. */
  subject: string
  hosts: readonly string[]
}
export type Push = { keys: KeyPair; subject: string; hosts: readonly string[] }

export const DEFAULT_PUSH: PushSettings = {
  keys: null,
  subject: 'mailto:beheer@brancard.example',
  hosts: PUSH_HOSTS,
}

export async function loadPush(store: Store, settings: PushSettings): Promise<Push> {
  return { ...settings, keys: settings.keys ?? (await ownKeyPair(store, webPush.generateVAPIDKeys)) }
}

/** An address this server may be made to call: https at a push service, nothing else. */
export function isPushEndpoint(endpoint: string, hosts: readonly string[]): boolean {
  if (endpoint.length > 1000 || !URL.canParse(endpoint)) return false
  const { protocol, host, hostname, username, password } = new URL(endpoint)
  if (protocol !== 'https:' || username !== '' || password !== '') return false
  return hosts.some((allowed) =>
    allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed || hostname === allowed,
  )
}
