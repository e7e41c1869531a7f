import { createSignal, Show } from 'solid-js'

import { hospitals } from '#shared/reference/hospitals.ts'
import type { Bed } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'

import './hospital-search.css'

type Props = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  id?: string | undefined
  value: string | undefined
  onChange: (hospital: string | undefined) => void
  /** Not this one. */
  except: string
  /** Only hospitals with such beds. */
  bed: Bed
}

const SHOWN = 6
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Hospitals whose name, town or region holds every typed word; by name. */
export function hospitalsLike(typed: string, { except, bed }: Pick<Props, 'except' | 'bed'>): string[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return hospitals
    .filter(({ id, hasIc }) => id !== except && (bed === 'ward' || hasIc))
    .filter(({ name, short, city, region }) => {
      const text = plain(`${name} ${short} ${city} ${regionName(region)}`)
      return words.every((word) => text.includes(word))
    })
    .map(({ id }) => id)
    .sort((a, b) => hospitalName(a).localeCompare(hospitalName(b)))
}

/** One hospital, found by a few letters of its name or town. */
export function HospitalSearch(props: Props) {
  const [typed, setTyped] = createSignal('')
  const found = () => hospitalsLike(typed(), props)
  const pick = (id: string | undefined) => {
    setTyped('')
    props.onChange(id)
  }
  return (
    <div class="hospital-search">
      <Show
        when={props.value}
        fallback={
          <TextField
            id={props.id}
            label={props.label}
            hint={props.hint}
            error={props.error}
            optional
            placeholder={t('transfers.ask.searchHospital')}
            value={typed()}
            onChange={setTyped}
          />
        }
      >
        {(id) => (
          <>
            <span class="field__label">{props.label}</span>
            <span class="hospital-search__picked">
              <strong>{hospitalName(id())}</strong>
              <Button variant="quiet" onClick={() => pick(undefined)}>
                {t('common.change')}
              </Button>
            </span>
          </>
        )}
      </Show>
      <Show when={typed().trim() !== ''}>
        <Show when={found().length > 0} fallback={<p role="status">{t('transfers.ask.noHospital')}</p>}>
          <Choice
            label={t('transfers.ask.found', { count: found().length })}
            options={found()
              .slice(0, SHOWN)
              .map((value) => ({ value, label: hospitalName(value) }))}
            value={undefined}
            onChange={pick}
          />
        </Show>
      </Show>
    </div>
  )
}
