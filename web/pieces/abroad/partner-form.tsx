import { createSignal } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { NumberField } from '#web/parts/number-field.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { Toggle } from '#web/parts/toggle.tsx'

const COUNTRIES = ['DE', 'BE', 'FR', 'LU'] as const

export type PartnerDraft = {
  name: string
  city: string
  country?: (typeof COUNTRIES)[number]
  lat?: number | undefined
  lon?: number | undefined
  nearBorder: boolean
  icBeds?: number | undefined
  role: string
  phone: string
}
export const emptyPartner: PartnerDraft = { name: '', city: '', nearBorder: true, role: '', phone: '' }

type Props = {
  draft: PartnerDraft
  onDraft: (draft: PartnerDraft) => void
  busy: boolean
  onSubmit: () => void
}

export const isWhole = ({ name, city, country, lat, lon, icBeds, role, phone }: PartnerDraft): boolean =>
  [name, city, role, phone].every((text) => text.trim().length > 1) &&
  [country, lat, lon, icBeds].every((value) => value !== undefined)

/** An administrator enters a hospital abroad. */
export function PartnerForm(props: Props) {
  const [asked, setAsked] = createSignal(false)
  const put = (part: Partial<PartnerDraft>) => props.onDraft({ ...props.draft, ...part })
  const missing = (value: unknown) =>
    asked() && (value === undefined || (typeof value === 'string' && value.trim().length < 2))
      ? t('abroad.needed')
      : undefined
  const text = (key: 'name' | 'city' | 'role' | 'phone', label: string) => (
    <TextField
      label={label}
      value={props.draft[key]}
      onChange={(value) => put({ [key]: value })}
      error={missing(props.draft[key])}
    />
  )
  const figure = (key: 'lat' | 'lon' | 'icBeds', label: string, whole = false) => (
    <NumberField
      label={label}
      value={props.draft[key]}
      whole={whole}
      figures={7}
      onChange={(value) => put({ [key]: value })}
      error={missing(props.draft[key])}
    />
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!props.busy && isWhole(props.draft)) props.onSubmit()
  }
  return (
    <form novalidate onSubmit={submit}>
      <Fields>
        {text('name', t('abroad.hospital'))}
        {text('city', t('abroad.city'))}
        <Select
          label={t('abroad.country')}
          placeholder={t('abroad.chooseCountry')}
          options={COUNTRIES.map((value) => ({ value, label: t(`abroad.country.${value}`) }))}
          value={props.draft.country}
          onChange={(country) => put({ country })}
          error={missing(props.draft.country)}
        />
        {figure('lat', t('abroad.lat'))}
        {figure('lon', t('abroad.lon'))}
        <Toggle
          label={t('abroad.isNear')}
          value={props.draft.nearBorder}
          onChange={(nearBorder) => put({ nearBorder })}
        />
        {figure('icBeds', t('abroad.icBeds'), true)}
        {text('role', t('abroad.role'))}
        {text('phone', t('abroad.phone'))}
      </Fields>
      <ActionBar>
        <Button type="submit" variant="primary" busy={props.busy}>
          {t('abroad.do')}
        </Button>
      </ActionBar>
    </form>
  )
}
