import { Show } from 'solid-js'

import { abroadAt, NEAR_MAXIMUM } from '#shared/abroad/opening.ts'
import { IC_MAXIMUM } from '#shared/phases/signal-thresholds.ts'
import { moment, number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { PageHead } from '#web/parts/page-head.tsx'
import { Section } from '#web/parts/section.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createRegister } from '#web/state/register.ts'
import { hasRole, myOrgs } from '#web/state/session.ts'

import { EnterPartner } from './abroad/enter-partner.tsx'
import { Partners } from './abroad/partners.tsx'
import { Turn } from './abroad/turn.tsx'
import { createActing } from './create-acting.ts'

import './shares.css'

const SUBJECT = 'abroad'

/** Whether hospitals abroad are open, by which figures, which they are, and whom to call. */
export default function Abroad() {
  const lines = createRegister('abroad')
  const acting = createActing(() => SUBJECT)
  const pending = createPending(() => SUBJECT)
  const holds = () => abroadAt(lines() ?? [], now())
  const isOpen = () => holds()?.open === true
  const mayEnter = () => myOrgs('admin').includes('brancard')
  return (
    <>
      <PageHead title={t('abroad.title')} />
      <p class="shares__line">
        <StateMark
          state={isOpen() ? 'acts' : 'waiting'}
          label={t(isOpen() ? 'abroad.open' : 'abroad.closed')}
        />
      </p>
      <Show when={holds()}>
        {(line) => (
          <p class="shares__text">
            {t('abroad.since', {
              at: moment(line().from, now()),
              phase: line().phase,
              occupied: number(line().occupied),
              reason: line().reason,
            })}
          </p>
        )}
      </Show>
      <p class="shares__text">{t('abroad.rule', { beds: number(NEAR_MAXIMUM), max: number(IC_MAXIMUM) })}</p>
      <Show when={acting.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <Show when={hasRole('lcps')}>
        <Turn isOpen={isOpen()} acting={acting} />
      </Show>
      <OwnActs entries={pending()} onSeen={dismiss} />
      <Section title={t('abroad.partners')}>
        <Partners acting={acting} />
        <Show when={mayEnter()}>
          <div class="shares__acts">
            <EnterPartner />
          </div>
        </Show>
      </Section>
    </>
  )
}
