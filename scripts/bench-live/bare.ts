// What the product is held against: a bare Node server that keeps event streams open and sends them what it is told
// (POST /say), and one that appends a body to a file with one fsync before it answers (POST /write).
import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { sayMemory } from './memory.ts'

const streams = new Set<ServerResponse>()
const file = await open(join(process.env.DATA_DIR ?? '.', 'bare.log'), 'a')

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('retry: 1000\n\nevent: beat\ndata: {}\n\n')
    streams.add(response)
    response.on('close', () => streams.delete(response))
    return
  }
  const body = await bodyOf(request)
  if (request.url === '/say') {
    process.stdout.write(`commit ${process.hrtime.bigint()}\n`)
    for (const stream of streams) stream.write(body)
  } else {
    const { id } = JSON.parse(String(body)) as { id: string }
    await file.write(`${JSON.stringify({ id })} ${body.length}\n`)
    await file.sync()
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end('{}')
}

sayMemory()
const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy())
})
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
})
process.once('SIGTERM', () => process.exit(0))
