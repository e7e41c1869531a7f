// Which private parts of a transfer a person may read, by what they are to it and how far it is. The row itself is
// guarded by the audience; this guards the clinical fields and the phone lines. Called by server/http/transfers.ts.
import type { Transfer, TransferState } from '#shared/transfers/transfer.ts'
import { type Facts, type Person, type Reader, tiesOf } from './parties.ts'

export const STAGES = ['searching', 'offered', 'agreed', 'ended'] as const
export type Stage = (typeof STAGES)[number]

export type Sight = { clinical: boolean; contacts: boolean }

const both: Sight = { clinical: true, contacts: true }
const clinicalOnly: Sight = { clinical: true, contacts: false }
const neither: Sight = { clinical: false, contacts: false }

/**
 * Clinical fields: whoever has to judge or care, as long as they do. Phone lines: the origin and the coordinators,
 * and from the confirmed bed on everyone who carries out the move. Both hospitals keep theirs after the end.
 */
export const sights: Record<Reader, Record<Stage, Sight>> = {
  origin: { searching: both, offered: both, agreed: both, ended: both },
  coordinator: { searching: both, offered: both, agreed: both, ended: neither },
  receiver: { searching: neither, offered: clinicalOnly, agreed: both, ended: clinicalOnly },
  'receiving-rcps': { searching: neither, offered: clinicalOnly, agreed: clinicalOnly, ended: neither },
  'transport-desk': { searching: neither, offered: clinicalOnly, agreed: both, ended: neither },
  crew: { searching: neither, offered: neither, agreed: both, ended: neither },
  emergency: { searching: both, offered: both, agreed: both, ended: both },
}

const stages: Record<TransferState, Stage> = {
  submitted: 'searching',
  verifying: 'searching',
  matching: 'searching',
  offered: 'offered',
  reserved: 'agreed',
  planned: 'agreed',
  'in-transit': 'agreed',
  arrived: 'agreed',
  'on-hold': 'searching',
  closed: 'ended',
  withdrawn: 'ended',
  rejected: 'ended',
  'solved-elsewhere': 'ended',
  deceased: 'ended',
}

/** On hold counts as where it was. */
export const stageOf = ({ state, heldFrom }: Pick<Transfer, 'state' | 'heldFrom'>): Stage =>
  stages[state === 'on-hold' ? (heldFrom ?? state) : state]

/** What this person may read of it: the most that any of their memberships gives. */
export function maySee(
  { id, memberships }: Pick<Person, 'memberships'> & { id?: string },
  transfer: Facts & Pick<Transfer, 'heldFrom' | 'emergencies'>,
): Sight {
  const stage = stageOf(transfer)
  const isOpened = (transfer.emergencies ?? []).some(({ person }) => person === id)
  const readers: Reader[] = memberships
    .flatMap((membership) => tiesOf(membership, transfer))
    .map(({ reads }) => reads)
  const given = [...readers, ...(isOpened ? (['emergency'] as const) : [])].map(
    (reader) => sights[reader][stage],
  )
  return {
    clinical: given.some(({ clinical }) => clinical),
    contacts: given.some(({ contacts }) => contacts),
  }
}
