// The page that the product's cold start is held against: minimal/, built and served on loopback. Used by
// scripts/bench-offline.ts.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { build } from 'vite'
import solid from 'vite-plugin-solid'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const FOLDER = join(import.meta.dirname, 'minimal')

export type Page = { url: string; stop: () => Promise<void> }

export async function serveMinimal(outDir: string): Promise<Page> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: FOLDER,
    plugins: [solid()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // The names that its service worker knows.
      rolldownOptions: { output: { entryFileNames: 'main.js', assetFileNames: 'main[extname]' } },
    },
  })
  const files = new Map([
    ['/', join(outDir, 'index.html')],
    ['/main.js', join(outDir, 'main.js')],
    ['/main.css', join(outDir, 'main.css')],
    ['/service-worker.js', join(FOLDER, 'service-worker.js')],
  ])
  const server = createServer(async ({ url = '' }, response) => {
    const file = files.get(url)
    if (file === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? '' })
    response.end(await readFile(file))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
