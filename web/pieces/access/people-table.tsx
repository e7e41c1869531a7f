import { For } from 'solid-js'

import type { AdminPerson } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { membershipWords } from './role-words.ts'

import './people-table.css'

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

/** One a line. */
function Roles(props: { person: AdminPerson }) {
  return (
    <For each={props.person.memberships}>
      {(held) => <span class="people-table__role">{membershipWords(held)}</span>}
    </For>
  )
}

type Props = { people: readonly AdminPerson[]; onOpen: (person: AdminPerson) => void }

/** Who may come in, and as what. */
export function PeopleTable(props: Props) {
  const columns: Column<AdminPerson>[] = [
    {
      key: 'who',
      head: t('session.people.who'),
      lead: true,
      cell: (person) => (
        <LeadCell beside={<AccessMark person={person} />} lines={<Roles person={person} />}>
          {person.label}
        </LeadCell>
      ),
    },
    { ...wideOnly('roles', t('session.people.roles')), cell: (person) => <Roles person={person} /> },
    { ...wideOnly('state', t('session.people.state')), cell: (person) => <AccessMark person={person} /> },
    {
      ...wideOnly('sessions', t('session.people.sessions')),
      end: true,
      cell: ({ sessions }) => sessions,
    },
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
