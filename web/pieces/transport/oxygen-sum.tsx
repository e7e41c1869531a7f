import { Match, Show, Switch } from 'solid-js'

import type { OxygenFacts } from '#shared/transport/oxygen-facts.ts'
import { duration, number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { NumberField } from '#web/parts/number-field.tsx'
import { Section } from '#web/parts/section.tsx'

type Props = {
  facts: OxygenFacts
  /** NIV: the leak, typed in by a person. */
  asksLeak: boolean
  leak: number | undefined
  onLeak: (leak: number | undefined) => void
}

/** Litres and minutes with all they rest on; or which figure is missing. Never a verdict. */
export function OxygenSum(props: Props) {
  const reckoned = () => (props.facts.kind === 'reckoned' ? props.facts : undefined)
  const missing = () => (props.facts.kind === 'missing' ? props.facts : undefined)
  return (
    <Show when={props.facts.kind !== 'none'}>
      <Section title={t('transport.oxygen.title')} side={t('transport.oxygen.help')}>
        <Show when={props.asksLeak}>
          <NumberField
            label={t('transport.oxygen.leak')}
            hint={t('transport.oxygen.leakHint')}
            unit="L/min"
            value={props.leak}
            onChange={(leak) => props.onLeak(leak)}
          />
        </Show>
        <Switch>
          <Match when={reckoned()}>{(found) => <Facts facts={linesOf(found())} />}</Match>
          <Match when={missing()}>
            {(found) => (
              <p>
                {t('transport.oxygen.missing', {
                  what: found()
                    .missing.map((name) => t(`transport.oxygen.input.${name}`))
                    .join(', '),
                })}
              </p>
            )}
          </Match>
        </Switch>
      </Section>
    </Show>
  )
}

function linesOf({ input, oxygen }: Extract<OxygenFacts, { kind: 'reckoned' }>) {
  const litres = (value: number) => t('transport.oxygen.litres', { litres: number(value, 0) })
  const bottles = input.cylinders.map(
    ({ litres: size, bar }) => `${number(size, 1)} L × ${number(bar, 0)} bar`,
  )
  return [
    {
      term: t('transport.oxygen.use'),
      value: t('transport.oxygen.perMinute', { litres: number(oxygen.oxygenLpm, 1) }),
      note: t('transport.oxygen.useFrom', {
        flow: number(input.flowLpm, 1),
        fio2: number(input.fio2Percent, 0),
      }),
    },
    {
      term: t('transport.oxygen.needed'),
      value: litres(oxygen.neededLitres),
      note: t('transport.oxygen.neededFrom', { minutes: input.minutes, reserve: input.reservePercent ?? 50 }),
    },
    { term: t('transport.oxygen.onBoard'), value: litres(oxygen.onBoardLitres), note: bottles.join(' + ') },
    {
      term: t('transport.oxygen.lasts'),
      value:
        oxygen.enduranceMinutes === null
          ? t('transport.oxygen.noUse')
          : duration(oxygen.enduranceMinutes * 60_000),
      note: t('transport.oxygen.lastsFrom'),
    },
  ]
}
