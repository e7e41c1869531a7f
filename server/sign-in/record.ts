// What happens at the door, told to whoever keeps the record: who came in, by which way, who was refused and why.
// Kept by server/record/sign-in.ts; called by the routes of server/http and by server/sign-in.

export type SignInEvent = {
  what:
    | 'signed-in'
    | 'signed-out'
    | 'refused'
    | 'locked'
    | 'unlocked'
    | 'invited'
    | 'invite-accepted'
    | 'passkey-added'
    | 'passkey-removed'
    | 'session-ended'
    | 'sessions-ended'
    | 'roles-changed'
    | 'disabled'
    | 'enabled'
  /** The number of the request; null for what no request did. */
  request: string | null
  /** Who did it, as far as known. */
  by: string | null
  /** To whom it was done. */
  person: string | null
  /** `demo`, `passkey`, a provider's id. */
  method: string | null
  /** Codes: why it was refused, or which roles. Never a token, a name or a claim's value. */
  reason: string | null
}

export type RecordSignIn = (event: SignInEvent) => void | Promise<void>
