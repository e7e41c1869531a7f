import type { OrgRole } from '#shared/wire/organisations.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { term } from '#web/pieces/term.ts'

export const roleAtPlace = ({ role, place }: OrgRole): string => `${term('role', role)}, ${place}`

const holders = ({ people, deputies }: OrgRole): string => {
  if (people + deputies === 0) return t('admin.lines.nobody')
  return deputies === 0 ? `${people}` : t('admin.lines.withDeputies', { people, deputies })
}

const lineOf = ({ phone }: OrgRole): string => phone ?? t('admin.lines.none')

type Props = { rows: readonly OrgRole[]; onOpen: (row: OrgRole) => void }

/** Where each role is held, by how many, and how it is called. */
export function OrganisationsTable(props: Props) {
  const columns: Column<OrgRole>[] = [
    {
      key: 'place',
      head: t('admin.lines.place'),
      lead: true,
      cell: (row) => (
        <LeadCell
          beside={lineOf(row)}
          lines={t('admin.lines.heldBy', { role: term('role', row.role), people: holders(row) })}
        >
          {row.place}
        </LeadCell>
      ),
    },
    { ...wideOnly('role', t('session.roles.role')), cell: ({ role }) => term('role', role) },
    { ...wideOnly('ura', t('admin.lines.ura')), cell: ({ ura }) => ura ?? '–' },
    { ...wideOnly('people', t('admin.places.people')), cell: holders },
    { ...wideOnly('phone', t('admin.lines.phone')), cell: lineOf },
  ]
  return (
    <DataTable
      caption={t('admin.lines.title')}
      columns={columns}
      rows={props.rows}
      rowKey={({ org, role }) => `${org} ${role}`}
      onOpen={props.onOpen}
    />
  )
}
