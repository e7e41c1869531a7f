// Tells the record what happened at the door, with what the request itself says of it. Called by the routes of signing
// in, of one's own account and of the admin.
import type { Context } from 'hono'
import type { SignInEvent } from '#server/sign-in/record.ts'
import type { AppEnv, AppParts } from './app-env.ts'

type Told = Pick<SignInEvent, 'what'> & Partial<Omit<SignInEvent, 'request'>>

/** Unless said otherwise: by whoever is signed in, about themselves. */
export async function tell({ access }: AppParts, c: Context<AppEnv>, told: Told): Promise<void> {
  const own = c.get('signedIn') ?? null
  await access.record({
    request: c.get('request'),
    by: own?.person.id ?? null,
    person: own?.person.id ?? null,
    method: own?.method ?? null,
    reason: null,
    ...told,
  })
}
