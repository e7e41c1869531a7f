import type { Accessor } from 'solid-js'

import type { Transfer } from '#shared/transfers/transfer.ts'
import type { HfnoView, MatchView, TransferDetail, TransportView } from '#shared/wire/reads.ts'
import type { Shown } from './mirror.ts'
import { now, struck } from './now.ts'
import { createOpened, type Opened } from './opened.ts'
import { createRow, createRows, mirror } from './rows.ts'

export type ShownTransfer = Shown<Transfer>

/** Every transfer this person may see, or those the filter keeps; undefined while loading. */
export const createTransfers = (
  filter?: (transfer: ShownTransfer) => boolean,
): Accessor<ShownTransfer[] | undefined> => createRows('transfers', filter)

/** One transfer; undefined while loading, null when there is none to see. */
export const createTransfer = (id: () => string): Accessor<ShownTransfer | null | undefined> =>
  createRow('transfers', id)

/** The rows that make up a transfer, as one value that changes with any of them. */
function versionOf(id: string): string {
  const rows = mirror()
  if (rows === undefined) return ''
  const parts = [rows.transfers.get(id), ...rows.reservations.values(), ...rows.rides.values()]
  return parts
    .filter((row) => row !== undefined && (row.id === id || ('transfer' in row && row.transfer === id)))
    .map((row) => `${row?.id}:${row?.rev}`)
    .join()
}

const pathTo = (id: string, what: string): string | null =>
  id === '' ? null : `/api/transfers/${encodeURIComponent(id)}${what}`

/** Opens a transfer: the clinical part, contacts and timeline, in memory only. Fetched again when its rows move. */
export const createTransferDetail = (id: () => string): Opened<TransferDetail> =>
  createOpened(
    () => pathTo(id(), ''),
    () => versionOf(id()),
  )

/** Ranked hospitals with reasons; fetched again when the transfer, any bed figure or what is decided moves. */
export const createMatch = (id: () => string): Opened<MatchView> =>
  createOpened(
    () => pathTo(id(), '/match'),
    () => [versionOf(id()), mirror()?.beds, mirror()?.phases, mirror()?.register, struck()],
  )

/** Vehicles that may carry this patient; fetched again when the transfer or any ride moves. */
export function createTransport(id: () => string): Opened<TransportView> {
  /** Rides of others are not in the rows: while every ambulance+ is taken, it is asked again each half minute. */
  const beat = () => (opened.data()?.hfnoNext ? now() : '')
  const opened: Opened<TransportView> = createOpened(
    () => pathTo(id(), '/transport'),
    () => [versionOf(id()), mirror()?.rides, beat(), struck()],
  )
  return opened
}

/** Is an ambulance+ free, or when and where does one free? Asked while a screen wants it, again each half minute. */
export const createHfno = (isWanted: () => boolean): Opened<HfnoView> =>
  createOpened(
    () => (isWanted() ? '/api/hfno' : null),
    () => (isWanted() ? now() : ''),
  )
