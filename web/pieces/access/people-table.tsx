import type { AdminPerson } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { membershipWords } from './role-words.ts'

type Access = 'active' | 'invited' | 'none' | 'disabled'
const MARKS = { active: 'done', invited: 'waiting', none: 'waiting', disabled: 'stopped' } as const

export function accessOf({ disabled, invited, passkeys, providers }: AdminPerson): Access {
  if (disabled !== null) return 'disabled'
  if (passkeys > 0 || providers.length > 0) return 'active'
  return invited === null ? 'none' : 'invited'
}

export function AccessMark(props: { person: AdminPerson }) {
  const access = () => accessOf(props.person)
  return <StateMark state={MARKS[access()]} label={t(`session.people.state.${access()}`)} />
}

type Props = { people: readonly AdminPerson[]; onOpen: (person: AdminPerson) => void }

/** Who may come in, and as what. */
export function PeopleTable(props: Props) {
  const columns: Column<AdminPerson>[] = [
    { key: 'who', head: t('session.people.who'), lead: true, cell: ({ label }) => label },
    {
      key: 'roles',
      head: t('session.people.roles'),
      phone: 'plain',
      cell: ({ memberships }) => memberships.map(membershipWords).join('; '),
    },
    {
      key: 'state',
      head: t('session.people.state'),
      phone: 'plain',
      cell: (person) => <AccessMark person={person} />,
    },
    { key: 'sessions', head: t('session.people.sessions'), end: true, cell: ({ sessions }) => sessions },
  ]
  return (
    <DataTable
      caption={t('session.people.title')}
      columns={columns}
      rows={props.people}
      rowKey={({ id }) => id}
      onOpen={props.onOpen}
    />
  )
}
