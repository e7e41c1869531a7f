import type { JSX } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import type { BedsSum } from '#shared/beds/sum-beds.ts'
import { t } from '#web/i18n/t.ts'
import { Age } from '#web/parts/age.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'

import { stopWords } from './bed-figures.tsx'
import { Freshness } from './freshness.tsx'

import './beds-table.css'

const STALE_MS = 240 * 60_000

type Counted = Pick<
  Beds,
  'operational' | 'occupied' | 'crisis' | 'reserved' | 'boss' | 'addable24h' | 'reportedAt'
>

const figure = <R extends Counted>(
  key: 'operational' | 'occupied' | 'crisis' | 'reserved' | 'boss' | 'addable24h',
  head: string,
): Column<R> => ({ key, head, cell: (row) => row[key], end: true })

function figures<R extends Counted>(free: (row: R) => { free: number; freeInclBoss: number }): Column<R>[] {
  return [
    { key: 'free', head: t('beds.freeHead'), cell: (row) => <strong>{free(row).free}</strong>, end: true },
    { key: 'boss-free', head: t('beds.freeWithBossHead'), cell: (row) => free(row).freeInclBoss, end: true },
    figure('operational', t('beds.operational')),
    figure('occupied', t('beds.occupied')),
    figure('crisis', t('beds.crisisHead')),
    figure('reserved', t('beds.reserved')),
    figure('boss', t('beds.boss')),
    figure('addable24h', t('beds.table.addable')),
  ]
}

/** Only where something is stopped: the others keep its room. */
const stops = <R,>(any: boolean, cell: (row: R) => JSX.Element): Column<R>[] =>
  any ? [{ key: 'stop', head: t('beds.table.stop'), phone: 'plain', cell }] : []

type Props = { caption: string; now: string }

/** The hospitals of one region at one care level; read only. */
export function HospitalBeds(
  props: Props & { rows: readonly Beds[]; onOpen?: ((row: Beds) => void) | undefined },
) {
  const columns = (): Column<Beds>[] => [
    { key: 'hospital', head: t('beds.hospital'), cell: (row) => hospitalName(row.hospital), lead: true },
    ...figures<Beds>((row) => freeBeds({ ...row, now: props.now })),
    ...stops<Beds>(
      props.rows.some(({ intakeStop }) => intakeStop !== null),
      (row) => row.intakeStop && <StateMark state="stopped" label={stopWords(row.intakeStop, props.now)} />,
    ),
    {
      key: 'updated',
      head: t('beds.table.updated'),
      phone: 'plain',
      cell: (row) => <Freshness beds={row} now={props.now} brief />,
    },
  ]
  return (
    <div class="beds-table">
      <DataTable
        caption={props.caption}
        columns={columns()}
        rows={props.rows}
        rowKey={(row) => row.id}
        onOpen={props.onOpen}
      />
    </div>
  )
}

export type RegionSum = BedsSum & { region: string }

/** The regions at one care level; a row opens its hospitals. */
export function RegionBeds(props: Props & { rows: readonly RegionSum[]; onOpen: (row: RegionSum) => void }) {
  const columns = (): Column<RegionSum>[] => [
    { key: 'region', head: t('beds.region'), cell: (row) => regionName(row.region), lead: true },
    ...figures<RegionSum>((row) => row),
    ...stops<RegionSum>(
      props.rows.some((row) => row.stops > 0),
      (row) => (row.stops > 0 ? t('beds.table.stops', { count: row.stops }) : null),
    ),
    {
      key: 'oldest',
      head: t('beds.table.oldest'),
      cell: (row) => <Age at={row.reportedAt} now={Date.parse(props.now)} limit={STALE_MS} />,
    },
  ]
  return (
    <div class="beds-table">
      <DataTable
        caption={props.caption}
        columns={columns()}
        rows={props.rows}
        rowKey={(row) => row.region}
        onOpen={props.onOpen}
      />
    </div>
  )
}
