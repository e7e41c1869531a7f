// Builds the gallery of parts, serves it under the strict policy, and photographs and checks every page.
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type Browser, chromium, type Page } from '@playwright/test'
import axe from 'axe-core'
import { build } from 'vite'
import solid from 'vite-plugin-solid'

const HOME = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(HOME, 'shots/gallery')

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'"
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const PAGES = {
  board: '?page=board',
  open: '?page=board&open=K7Q-3TB',
  form: '?page=form',
  ride: '?page=ride',
  states: '?page=states',
  dialog: '?page=sheets',
  sheet: '?page=sheets&sheet',
}
const SIZES = {
  phone: { width: 360, height: 740 },
  desk: { width: 1280, height: 800 },
  tablet: { width: 768, height: 1024 },
  narrow: { width: 320, height: 640 },
}
const THEMES = ['light', 'dark', 'contrast']
/** Shown whole, however long. */
const LONG = ['form', 'states', 'open']

async function serve(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname
    const file = join(OUT, path === '/' ? 'index.html' : path)
    const body = await readFile(file).catch(() => undefined)
    response.writeHead(body ? 200 : 404, {
      'content-security-policy': POLICY,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    })
    response.end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return server
}

async function look(page: Page, name: string): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `${axe.source}; axe.run()`,
  )
  return [
    ...(wide > 0 ? [`${name}: ${wide} px too wide`] : []),
    ...violations.map(
      (found) => `${name}: ${found.id}: ${found.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`,
    ),
  ]
}

async function photograph(browser: Browser, origin: string): Promise<string[]> {
  const found: string[] = []
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport, hasTouch: size !== 'desk' })
    page.on('console', (line) => line.type() === 'error' && found.push(`console: ${line.text()}`))
    page.on('pageerror', (error) => found.push(`page: ${error.message}`))
    for (const theme of size === 'phone' || size === 'desk' ? THEMES : ['light']) {
      for (const [name, query] of Object.entries(PAGES)) {
        await page.goto(`${origin}/${query}&theme=${theme}`)
        await page.evaluate(() => document.fonts.load('400 17px "Atkinson Hyperlegible Next"'))
        await page.waitForTimeout(200)
        const path = join(OUT, `${name}-${size}-${theme}.png`)
        if (LONG.includes(name)) {
          const height = await page.evaluate(() => document.documentElement.scrollHeight)
          await page.setViewportSize({ width: viewport.width, height: Math.max(height, viewport.height) })
        }
        await page.screenshot({ path })
        await page.setViewportSize(viewport)
        found.push(...(await look(page, `${name}-${size}-${theme}`)))
      }
    }
    await page.close()
  }
  return found
}

await build({
  configFile: false,
  root: join(HOME, 'test/support/gallery'),
  publicDir: join(HOME, 'public'),
  plugins: [solid()],
  logLevel: 'warn',
  build: { outDir: OUT, emptyOutDir: true, target: 'es2022', modulePreload: false },
})
const server = await serve()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
try {
  const { port } = server.address() as AddressInfo
  const found = await photograph(browser, `http://127.0.0.1:${port}`)
  console.info(found.length ? found.join('\n') : 'nothing found')
  process.exitCode = found.length ? 1 : 0
} finally {
  await browser.close()
  server.close()
}
