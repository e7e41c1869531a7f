import type { LocalDb } from './local-db.ts'

/** AES-GCM with a key that never leaves the browser: drafts and queued requests may hold clinical words. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }

export type Sealer = {
  /** `context` must be the same on opening: a sealed thing cannot be moved to another place. */
  seal(value: unknown, context: string): Promise<Sealed>
  /** Undefined when the key is gone or the bytes are not ours: it cannot be read any more. */
  unseal(sealed: Sealed, context: string): Promise<unknown>
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** Never call inside a Dexie transaction: it would end while the key works. */
export function makeSealer(db: LocalDb, person: string): Sealer {
  let known: Promise<CryptoKey> | undefined
  const keyOf = () => {
    known ??= findKey(db, person)
    return known
  }
  return {
    async seal(value, context) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const data = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: bytes(`${person}|${context}`) },
        await keyOf(),
        bytes(JSON.stringify(value)),
      )
      return { iv, data }
    },
    unseal: async (sealed, context) => unsealWith(await keyOf(), `${person}|${context}`, sealed),
  }
}

/** Undefined when the key is another's or the bytes are not ours. */
export async function unsealWith(key: CryptoKey, context: string, { iv, data }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv, additionalData: bytes(context) }, key, data)
    .catch(() => undefined)
  return plain === undefined ? undefined : JSON.parse(new TextDecoder().decode(plain))
}

/** The person's key; made on first use. Two tabs that make one at once agree on the first stored. */
async function findKey(db: LocalDb, person: string): Promise<CryptoKey> {
  const stored = await db.keys.get(person)
  if (stored !== undefined) return stored.key
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  return db.transaction('rw', db.keys, async () => {
    const winner = await db.keys.get(person)
    if (winner !== undefined) return winner.key
    await db.keys.add({ person, key: made })
    return made
  })
}
