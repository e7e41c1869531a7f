import { Show } from 'solid-js'

import { isUra, type OrgRole, URA_DIGITS } from '#shared/wire/organisations.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'

import type { Trouble } from './came-trouble.tsx'
import { ValueDialog } from './value-dialog.tsx'

type Props = {
  org: OrgRole | undefined
  onClose: () => void
  onSave: (org: OrgRole, ura: string | null) => Promise<{ ok: unknown } | Trouble>
}

const takenWords = (trouble: Trouble): string | undefined =>
  'refused' in trouble && trouble.refused.code === 'already-exists' ? t('admin.ura.taken') : undefined

/** The URA number of one organisation. */
export function UraDialog(props: Props) {
  return (
    <ValueDialog
      row={props.org}
      title={({ place }) => t('admin.ura.title', { place })}
      value={({ enteredUra }) => enteredUra}
      isWell={isUra}
      words={{
        label: t('admin.ura.number'),
        hint: t('admin.ura.hint'),
        wrong: t('admin.ura.wrong'),
        save: t('admin.ura.save'),
        remove: t('admin.ura.remove'),
      }}
      atField={takenWords}
      maxLength={URA_DIGITS}
      onClose={props.onClose}
      onSave={props.onSave}
    >
      {(org) => (
        <Show when={org.ura !== org.enteredUra}>
          <Notice kind="info" title={t('admin.ura.configured', { ura: org.ura ?? '' })} />
        </Show>
      )}
    </ValueDialog>
  )
}
