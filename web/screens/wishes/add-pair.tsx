import { createSignal } from 'solid-js'

import { regions } from '#shared/reference/regions.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Select } from '#web/parts/select.tsx'

/** A movement that the rule did not propose. */
export function AddPair(props: { onAdd: (pair: { from: string; to: string }) => void }) {
  const [from, setFrom] = createSignal<string>()
  const [to, setTo] = createSignal<string>()
  const options = (other: string | undefined) =>
    regions.filter(({ id }) => id !== other).map(({ id, code }) => ({ value: id, label: code }))
  const add = () => {
    const pair = { from: from(), to: to() }
    if (pair.from === undefined || pair.to === undefined) return
    props.onAdd({ from: pair.from, to: pair.to })
    setFrom(undefined)
    setTo(undefined)
  }
  return (
    <Disclosure label={t('wishes.form.add')}>
      <Fields row>
        <Select
          label={t('wishes.form.from')}
          placeholder={t('wishes.form.choose')}
          options={options(to())}
          value={from()}
          onChange={setFrom}
        />
        <Select
          label={t('wishes.form.to')}
          placeholder={t('wishes.form.choose')}
          options={options(from())}
          value={to()}
          onChange={setTo}
        />
        <Button disabled={from() === undefined || to() === undefined} onClick={add}>
          {t('common.add')}
        </Button>
      </Fields>
    </Disclosure>
  )
}
