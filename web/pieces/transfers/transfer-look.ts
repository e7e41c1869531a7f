import type { TransferState } from '#shared/transfers/transfer.ts'
import type { State } from '#web/parts/state-mark.tsx'

const LOOKS: Record<TransferState, State> = {
  submitted: 'waiting',
  verifying: 'waiting',
  matching: 'waiting',
  offered: 'waiting',
  reserved: 'waiting',
  planned: 'waiting',
  'in-transit': 'moving',
  arrived: 'done',
  closed: 'done',
  'on-hold': 'stopped',
  withdrawn: 'stopped',
  rejected: 'stopped',
  'solved-elsewhere': 'done',
  deceased: 'stopped',
}

/** The shape and colour of a transfer's state; `mine`: it is this person's turn. */
export const transferLook = (state: TransferState, mine: boolean): State => (mine ? 'acts' : LOOKS[state])
