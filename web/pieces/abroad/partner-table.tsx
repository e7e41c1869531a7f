import { Show } from 'solid-js'

import type { Destination } from '#shared/abroad/partner-row.ts'
import { t, tryT } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'

import '#web/pieces/phases/phase-register.css'

/** The hospitals abroad: where, what was agreed, whom to call. */
export function PartnerTable(props: { rows: readonly Destination[] }) {
  const columns = (): Column<Destination>[] => [
    { key: 'name', head: t('abroad.hospital'), lead: true, cell: (row) => row.name },
    { key: 'city', head: t('abroad.city'), cell: (row) => row.city },
    {
      key: 'country',
      head: t('abroad.country'),
      cell: (row) => tryT(`abroad.country.${row.country}`) ?? row.country,
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
      cell: (row) => (
        <Show when={row.contact} fallback={t('abroad.noContact')}>
          {(contact) => `${contact().role}, ${contact().phone}`}
        </Show>
      ),
    },
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
