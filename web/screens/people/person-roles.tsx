import { createEffect, createMemo, createSignal, on } from 'solid-js'

import type { Membership } from '#shared/access/parties.ts'
import type { AdminPerson } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { RoleEditor } from '#web/pieces/access/role-editor.tsx'
import { giveRoles } from '#web/state/admin.ts'
import { me } from '#web/state/session.ts'

import type { Act } from './person.tsx'

type Props = { person: AdminPerson; act: Act; busy: string | undefined }

/** The roles of a person, kept together at once. */
export function PersonRoles(props: Props) {
  const stored = createMemo(() => JSON.stringify(props.person.memberships))
  const [chosen, setChosen] = createSignal<Membership[]>([...props.person.memberships])
  createEffect(on(stored, () => setChosen([...props.person.memberships]), { defer: true }))
  const isChanged = () => JSON.stringify(chosen()) !== stored()
  const save = () =>
    props.act('roles', () => giveRoles(props.person.id, chosen()), t('session.person.rolesSaved'))
  return (
    <Section title={t('session.person.roles')}>
      <RoleEditor
        admin={me()}
        value={chosen()}
        onChange={setChosen}
        error={chosen().length === 0 ? t('session.roles.needed') : undefined}
      />
      <div class="person__acts person__roles">
        <p class="person__small">{t('session.person.rolesText')}</p>
        <Button
          variant="primary"
          busy={props.busy === 'roles'}
          disabled={!isChanged() || chosen().length === 0}
          onClick={() => void save()}
        >
          {t('session.person.saveRoles')}
        </Button>
      </div>
    </Section>
  )
}
