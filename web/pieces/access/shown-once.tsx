import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { TextField } from '#web/parts/text-field.tsx'

type Props = { text: string; label: string; value: string; copied: string }

/** A secret to be given on by hand: it is shown this once. */
export function ShownOnce(props: Props) {
  const copy = () =>
    navigator.clipboard.writeText(props.value).then(
      () => announce(props.copied, 'polite'),
      (reason: unknown) => console.info('not copied', reason),
    )
  return (
    <Fields>
      <p>{props.text}</p>
      <TextField label={props.label} value={props.value} onChange={() => undefined} />
      <Button variant="primary" onClick={() => void copy()}>
        {t('common.copy')}
      </Button>
    </Fields>
  )
}
