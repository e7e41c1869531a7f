import { Field } from '#web/parts/field.tsx'

type Props = { label: string; value: string; onChange: (day: string) => void }

/** A calendar day, `2026-11-22`. */
export function DayField(props: Props) {
  return (
    <Field label={props.label}>
      {(tied) => (
        <input
          class="field__control"
          id={tied.id}
          type="date"
          value={props.value}
          aria-describedby={tied.describedBy}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
