import { keepSession, session } from './session.ts'

/** Nothing to see or do until a passkey is shown; what was typed stays. */
export function lockSession(): void {
  const known = session()
  if (known && !known.locked) keepSession({ ok: { ...known, locked: true }, at: null })
}
