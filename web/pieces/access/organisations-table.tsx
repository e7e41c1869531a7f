import { Show } from 'solid-js'

import type { OrgRole } from '#shared/wire/organisations.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { term } from '#web/pieces/term.ts'

import './organisations-table.css'

export const roleAtPlace = ({ role, place }: OrgRole): string => `${term('role', role)}, ${place}`

const holders = ({ people, deputies }: OrgRole): string => {
  if (people + deputies === 0) return t('admin.lines.nobody')
  return deputies === 0
    ? t('admin.lines.people', { count: people })
    : t('admin.lines.withDeputies', { people, deputies })
}

const lineOf = ({ phone }: OrgRole): string => phone ?? t('admin.lines.none')

type Props = {
  rows: readonly OrgRole[]
  onOpen: (row: OrgRole) => void
  /** Where the URA numbers are one's own to enter. */
  onUra: ((org: OrgRole) => void) | undefined
}

/** Each organisation, and under it the roles that are held there: by how many, and how they are called. */
export function OrganisationsTable(props: Props) {
  const columns: Column<OrgRole>[] = [
    {
      key: 'role',
      head: t('session.roles.role'),
      lead: true,
      cell: (row) => (
        <LeadCell beside={lineOf(row)} lines={holders(row)}>
          {term('role', row.role)}
        </LeadCell>
      ),
    },
    { ...wideOnly('people', t('admin.lines.holders')), cell: holders },
    { ...wideOnly('phone', t('admin.lines.phone')), cell: lineOf },
  ]
  const head = (org: string) => {
    const first = props.rows.find((row) => row.org === org)
    return (
      <span class="organisations-table__head">
        {first?.place}
        <Show when={first?.ura}>
          {(ura) => <span class="organisations-table__ura">{t('admin.lines.ura', { ura: ura() })}</span>}
        </Show>
        <Show when={first && first.role !== 'crew' && props.onUra}>
          {(onUra) => (
            <Button
              variant="quiet"
              label={t(first?.enteredUra ? 'admin.ura.changeAt' : 'admin.ura.enterAt', {
                place: first?.place ?? '',
              })}
              onClick={() => first && onUra()(first)}
            >
              {t(first?.enteredUra ? 'admin.ura.change' : 'admin.ura.enter')}
            </Button>
          )}
        </Show>
      </span>
    )
  }
  return (
    <DataTable
      caption={t('admin.lines.title')}
      columns={columns}
      rows={props.rows}
      rowKey={({ org, role }) => `${org} ${role}`}
      group={{ of: ({ org }) => org, head }}
      onOpen={props.onOpen}
    />
  )
}
