// All that a page's browser keeps of it, as bytes: every database and cache. Used by test/flows.
import type { Page } from '@playwright/test'

/** `paths`: each field behind the one it stands in. `marks`: the names in local and session storage. */
export type Dump = { fields: string[]; paths: string[]; bytes: string; marks: string[] }

/** Every key of every stored record, and every value and cached answer as Latin-1 text. */
export const dumpOf = (page: Page): Promise<Dump> =>
  page.evaluate(async () => {
    const fields = new Set<string>()
    const paths = new Set<string>()
    const parts: string[] = []
    const latin = (bytes: Uint8Array) => [...bytes].map((byte) => String.fromCharCode(byte)).join('')
    const walk = (value: unknown, within = ''): void => {
      if (value instanceof ArrayBuffer) parts.push(latin(new Uint8Array(value)))
      else if (ArrayBuffer.isView(value)) parts.push(latin(new Uint8Array(value.buffer)))
      else if (value instanceof CryptoKey) parts.push(`key extractable ${value.extractable}`)
      else if (typeof value === 'object' && value !== null)
        for (const [field, inner] of Object.entries(value)) {
          fields.add(field)
          paths.add(`${within}.${field}`)
          walk(inner, Array.isArray(value) ? within : field)
        }
      else parts.push(String(value))
    }
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name))
      for (const store of db.objectStoreNames)
        walk(await asked(db.transaction(store).objectStore(store).getAll()))
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        parts.push(request.url)
        const answer = await cache.match(request)
        if (answer !== undefined && !/\.(js|css|woff2|png|svg)$/.test(new URL(request.url).pathname))
          parts.push(await answer.text())
      }
    }
    const marks = { ...localStorage, ...sessionStorage }
    parts.push(JSON.stringify(marks))
    return { fields: [...fields], paths: [...paths], bytes: parts.join('\n'), marks: Object.keys(marks) }
  })
