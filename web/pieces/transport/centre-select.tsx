import { t } from '#web/i18n/t.ts'
import { Select } from '#web/parts/select.tsx'
import { orgName } from '#web/pieces/place-name.ts'

type Props = {
  centres: readonly string[]
  value: string | undefined
  onChange: (centre: string) => void
  error?: string | undefined
}

/** Of which MICU centre an extra team is. */
export function CentreSelect(props: Props) {
  return (
    <Select
      label={t('dayBoard.team.centre')}
      options={props.centres.map((value) => ({ value, label: orgName(value) }))}
      value={props.value}
      placeholder={t('dayBoard.team.choose')}
      onChange={props.onChange}
      error={props.error}
    />
  )
}
