// One act of the demo's people: who sends which command. Used by acts.ts and wishes.ts, performed by morning.ts.
import type { CommandName, Payload } from '#shared/wire/command.ts'

export type Sent = { [N in CommandName]: { person: string; name: N; payload: Payload<N> } }[CommandName]

export const command = <N extends CommandName>(person: string, name: N, payload: Payload<N>): Sent =>
  ({ person, name, payload }) as unknown as Sent
