import { PHONE_LINE } from '#shared/access/phone-line.ts'
import type { OrgRole } from '#shared/wire/organisations.ts'
import { t } from '#web/i18n/t.ts'

import type { Trouble } from './came-trouble.tsx'
import { roleAtPlace } from './organisations-table.tsx'
import { ValueDialog } from './value-dialog.tsx'

type Props = {
  row: OrgRole | undefined
  onClose: () => void
  onSave: (row: OrgRole, phone: string | null) => Promise<{ ok: unknown } | Trouble>
}

/** The phone line of one role at one organisation. */
export function LineDialog(props: Props) {
  return (
    <ValueDialog
      row={props.row}
      title={roleAtPlace}
      value={({ phone }) => phone}
      isWell={(typed) => PHONE_LINE.test(typed)}
      words={{
        label: t('admin.lines.phone'),
        hint: t('admin.lines.phoneHint'),
        wrong: t('admin.lines.phoneWrong'),
        save: t('admin.lines.save'),
        remove: t('admin.lines.remove'),
      }}
      type="tel"
      maxLength={20}
      onClose={props.onClose}
      onSave={props.onSave}
    />
  )
}
