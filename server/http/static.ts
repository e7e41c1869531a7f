// The built client: files of dist/ as they are, compressed beforehand where the build left that beside them.
// Last in app.ts; only for what is not /api.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Handler } from 'hono'
import type { AppEnv } from './app-env.ts'
import { problem } from './problem.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const
/** The build puts a hash of the content in these names. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/
const YEAR = 'public, max-age=31536000, immutable'

type File = {
  body: Uint8Array<ArrayBuffer>
  type: string
  cache: string
  encoded: Map<string, Uint8Array<ArrayBuffer>>
}

/** Reads the folder once: a new build wants a new start. A route of the client's own gets index.html. */
export function serveDist(folder: string): Handler<AppEnv> {
  const files = readFiles(folder)
  return (c) => {
    const { path } = c.req
    const file = files.get(path) ?? (path.includes('.') ? undefined : files.get('/index.html'))
    if (file === undefined) return problem(c, { code: 'not-found' })
    const accepted = (c.req.header('accept-encoding') ?? '')
      .split(',')
      .map((one) => one.split(';')[0]?.trim())
    const encoding = ENCODINGS.map(([name]) => name).find(
      (name) => accepted.includes(name) && file.encoded.has(name),
    )
    const body = encoding === undefined ? file.body : (file.encoded.get(encoding) ?? file.body)
    return c.body(body, 200, {
      'content-type': file.type,
      'cache-control': file.cache,
      vary: 'accept-encoding',
      ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    })
  }
}

function readFiles(folder: string): Map<string, File> {
  const files = new Map<string, File>()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  const known = new Set(paths)
  for (const path of paths) {
    const type = TYPES[extname(path)]
    if (type === undefined) continue
    const url = `/${relative(folder, path).split(sep).join('/')}`
    const encoded = new Map<string, Uint8Array<ArrayBuffer>>()
    for (const [name, ending] of ENCODINGS)
      if (known.has(path + ending)) encoded.set(name, readFileSync(path + ending))
    files.set(url, { body: readFileSync(path), type, cache: HASHED.test(url) ? YEAR : 'no-cache', encoded })
  }
  return files
}
