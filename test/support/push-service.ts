// A push service of our own on loopback, over TLS as web-push asks: keeps what it was sent, answers as told.
import { createECDH, randomBytes } from 'node:crypto'
import { Agent, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { ownCertificate } from './own-certificate.ts'

export type Pushing = {
  path: string
  authorization: string
  topic: string
  ttl: string
  type: string
  body: Buffer
}

export type PushService = {
  host: string
  /** Trusts this service's certificate. */
  agent: Agent
  received: Pushing[]
  /** Path → status, or `silent`: takes the request and never answers. 201 where nothing is said. */
  answers: Map<string, number | 'silent'>
  /** What a browser gives for a device of this name. */
  device: (name: string) => { endpoint: string; keys: { p256dh: string; auth: string } }
  close: () => Promise<void>
}

export async function startPushService(): Promise<PushService> {
  const { key, cert } = ownCertificate()
  const received: Pushing[] = []
  const answers: PushService['answers'] = new Map()
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name] ?? '')
      const path = request.url ?? ''
      received.push({
        path,
        authorization: header('authorization'),
        topic: header('topic'),
        ttl: header('ttl'),
        type: header('content-type'),
        body: Buffer.concat(chunks),
      })
      const answer = answers.get(path) ?? 201
      if (answer === 'silent') return
      response.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const agent = new Agent({ ca: cert, keepAlive: false })
  return {
    host,
    agent,
    received,
    answers,
    device(name) {
      const curve = createECDH('prime256v1')
      curve.generateKeys()
      return {
        endpoint: `https://${host}/${name}`,
        keys: {
          p256dh: curve.getPublicKey().toString('base64url'),
          auth: randomBytes(16).toString('base64url'),
        },
      }
    },
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
