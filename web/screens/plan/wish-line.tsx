import type { WhatIfBeds } from '#shared/matching/plan-facts.ts'
import { WHAT_IF_BEDS } from '#shared/wire/plans.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Select } from '#web/parts/select.tsx'
import { Stepper } from '#web/parts/stepper.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'

type Stop = 'now' | 'on' | 'off'

/** One hospital's other beds: more or fewer, open or stopped. */
export function WishLine(props: { wish: WhatIfBeds; onChange: (to: WhatIfBeds | undefined) => void }) {
  const stop = (): Stop =>
    props.wish.intakeStop === undefined ? 'now' : props.wish.intakeStop ? 'on' : 'off'
  const setStop = (to: Stop) => {
    const { intakeStop: _, ...rest } = props.wish
    props.onChange(to === 'now' ? rest : { ...rest, intakeStop: to === 'on' })
  }
  return (
    <div class="plan-what-if__wish">
      <Stepper
        label={t('plan.whatIf.change', { hospital: hospitalName(props.wish.hospital) })}
        value={props.wish.change ?? 0}
        min={-WHAT_IF_BEDS}
        max={WHAT_IF_BEDS}
        onChange={(change) => props.onChange({ ...props.wish, change })}
      />
      <Select<Stop>
        label={t('plan.whatIf.stop')}
        placeholder={t('plan.whatIf.stop.now')}
        options={(['now', 'on', 'off'] as const).map((value) => ({
          value,
          label: t(`plan.whatIf.stop.${value}`),
        }))}
        value={stop()}
        onChange={setStop}
      />
      <Button variant="quiet" onClick={() => props.onChange(undefined)}>
        {t('plan.whatIf.drop')}
      </Button>
    </div>
  )
}
