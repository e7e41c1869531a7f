import { Match, Show, Switch } from 'solid-js'

import { LCPS_ORG } from '#shared/access/parties.ts'
import { type Help, promiseOf } from '#shared/transport/help.ts'
import { t } from '#web/i18n/t.ts'
import { Bar } from '#web/parts/bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { orgName, vehicleName } from '#web/pieces/place-name.ts'

import { HelpSteps } from './help-steps.tsx'
import { shortly } from './help-words.ts'

import './help.css'

type Props = {
  help: Help
  now: string
  /** This person's centre asks; others read. */
  mine: boolean
  busy: boolean
  onNext?: () => void
  onEnd?: () => void
  /** Takes the promised vehicle over into the plan of the ride. */
  onUse?: () => void
}

/** One request for MICU help: where it stands, who said what, and what may be done. */
export function HelpPanel(props: Props) {
  return (
    <Section title={t(props.help.state === 'ended' ? 'transport.help.ended' : 'transport.help.title')}>
      <Switch>
        <Match when={props.help.state === 'found' && promiseOf(props.help)}>
          {(promise) => (
            <Notice
              kind="done"
              live="polite"
              title={t('transport.help.found', {
                org: orgName(promise().org),
                vehicle: vehicleName(promise().vehicle ?? ''),
              })}
              action={
                <Show when={props.onUse}>
                  {(use) => <Button onClick={() => use()()}>{t('transport.help.use')}</Button>}
                </Show>
              }
            >
              {t('transport.help.foundText', {
                at: shortly(promise().departAt ?? props.help.departAt, props.now),
              })}
            </Notice>
          )}
        </Match>
        <Match when={props.help.state === 'none'}>
          <Notice kind="stop" live="assertive" title={t('transport.help.none')}>
            {t('transport.help.noneText', { lcps: orgName(LCPS_ORG) })}
          </Notice>
        </Match>
        <Match when={props.help.state === 'open'}>
          <Clock help={props.help} now={props.now} />
        </Match>
      </Switch>
      <HelpSteps help={props.help} now={props.now} />
      <Show when={props.mine && props.help.state !== 'ended'}>
        <p class="help__acts">
          <Show when={props.help.state === 'open'}>
            <Button busy={props.busy} onClick={() => props.onNext?.()}>
              {t('transport.help.next')}
            </Button>
          </Show>
          <Show when={props.help.state !== 'none'}>
            <Button variant="quiet" onClick={() => props.onEnd?.()}>
              {t('transport.help.end')}
            </Button>
          </Show>
        </p>
      </Show>
    </Section>
  )
}

/** How long the present step still has. */
function Clock(props: { help: Help; now: string }) {
  const words = () =>
    t('transport.help.stepNow', {
      step: t(`transport.help.step.${props.help.step}`),
      at: shortly(props.help.dueAt ?? props.now, props.now),
    })
  const began = () =>
    props.help.asks.findLast(({ step }) => step === props.help.step)?.at ?? props.help.askedAt
  const minutes = (until: string) => (Date.parse(until) - Date.parse(began())) / 60_000
  return (
    <>
      <p class="help__due">{words()}</p>
      <Bar
        value={minutes(props.now)}
        max={minutes(props.help.dueAt ?? props.now)}
        label={t('transport.help.title')}
        valueText={words()}
      />
    </>
  )
}
