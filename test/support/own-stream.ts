// A person's stream of news over a real socket. Used by test/server/sign-in.
import { request } from 'node:http'
import { type Browser, ORIGIN } from './own-server.ts'

const cookiesOf = ({ cookies }: Browser): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** Opens it, does `act` at its first word, and tells after how many ms it ended. */
export const streamEnd = (url: string, browser: Browser, act: () => void): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { host: new URL(ORIGIN).host, cookie: cookiesOf(browser) }
    const asked = request(`${url}/api/events`, { headers }, (stream) => {
      if (stream.statusCode !== 200) reject(new Error(`status ${stream.statusCode}`))
      stream.resume()
      stream.once('data', () => {
        const from = performance.now()
        act()
        stream.once('end', () => resolve(performance.now() - from))
      })
    })
    asked.once('error', reject)
    asked.end()
  })
