import { Show } from 'solid-js'

import type { Destination } from '#shared/abroad/partner-row.ts'
import { t, tryT } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'

import { PartnerLine } from './partner-line.tsx'

import '#web/pieces/phases/phase-register.css'

type Props = {
  rows: readonly Destination[]
  demo: boolean
  /** Which of them this person may take out; absent: none. */
  mayTakeOut?: (id: string) => boolean
  onTakeOut?: (row: Destination) => void
}

/** The hospitals abroad: where, what was agreed, whom to call. */
export function PartnerTable(props: Props) {
  const columns = (): Column<Destination>[] => [
    { key: 'name', head: t('abroad.hospital'), lead: true, cell: (row) => row.name },
    {
      key: 'city',
      head: t('abroad.city'),
      cell: (row) => `${row.city}, ${tryT(`abroad.country.${row.country}`) ?? row.country}`,
    },
    { key: 'beds', head: t('abroad.icBeds'), cell: (row) => row.icBeds ?? t('abroad.notAgreed') },
    {
      key: 'border',
      head: t('abroad.border'),
      cell: (row) => t(row.nearBorder ? 'abroad.nearBorder' : 'abroad.farBorder'),
    },
    {
      key: 'contact',
      head: t('abroad.contact'),
      cell: (row) => <PartnerLine contact={row.contact} demo={props.demo} bare />,
    },
    ...(props.mayTakeOut ? [takeOut(props)] : []),
  ]
  return (
    <div class="phase-register">
      <DataTable
        caption={t('abroad.partners')}
        columns={columns()}
        rows={props.rows}
        rowKey={(row) => row.id}
      />
    </div>
  )
}

const takeOut = (props: Props): Column<Destination> => ({
  key: 'out',
  head: t('abroad.part'),
  phone: 'plain',
  end: true,
  cell: (row) => (
    <Show when={props.mayTakeOut?.(row.id)}>
      <Button
        variant="quiet"
        label={`${t('abroad.do.withdraw')}: ${row.name}`}
        onClick={() => props.onTakeOut?.(row)}
      >
        {t('abroad.do.withdraw')}
      </Button>
    </Show>
  ),
})
