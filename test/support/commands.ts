// A person without a screen: signs in and sends real commands to the server of a browser story, so that a story can
// begin in the middle. Used by test/flows.
import { randomUUID } from 'node:crypto'
import { type APIRequestContext, request } from '@playwright/test'
import type { CommandName, Payload, Receipt } from '#shared/wire/command.ts'
import type { Problem } from '#shared/wire/reads.ts'

export type Caller = {
  /** Sends a command that must succeed. */
  act<N extends CommandName>(name: N, payload: Payload<N>): Promise<Receipt>
  /** Sends a command that must be refused. */
  refused<N extends CommandName>(name: N, payload: Payload<N>): Promise<Problem>
  /** The answer of a read; its status when that is not 200. */
  get<T>(path: string): Promise<T | number>
  dispose(): Promise<void>
}

export async function signIn(context: APIRequestContext, url: string, person: string): Promise<void> {
  const answer = await context.post(`${url}/api/session/demo`, { data: { person }, headers: { origin: url } })
  if (!answer.ok()) throw new Error(`${person} cannot sign in: ${answer.status()} ${await answer.text()}`)
}

export async function callAs(url: string, person: string, now: () => string): Promise<Caller> {
  const context = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  await signIn(context, url, person)
  const send = (name: CommandName, payload: unknown) =>
    context.post('/api/commands', { data: { id: randomUUID(), name, at: now(), payload } })
  return {
    async act(name, payload) {
      const answer = await send(name, payload)
      if (!answer.ok()) throw new Error(`${person}: ${name} was refused: ${await answer.text()}`)
      return answer.json()
    },
    async refused(name, payload) {
      const answer = await send(name, payload)
      if (answer.ok()) throw new Error(`${person}: ${name} should have been refused`)
      return answer.json()
    },
    async get(path) {
      const answer = await context.get(path)
      return answer.ok() ? answer.json() : answer.status()
    },
    dispose: () => context.dispose(),
  }
}
