import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { SignalList } from '#web/pieces/phases/signal-list.tsx'
import { now } from '#web/state/now.ts'
import { createSignals } from '#web/state/shares.ts'

import { Loaded } from '#web/screens/shares/loaded.tsx'

/** The signals, for who follows the load over the nation. */
export function PhaseSignals() {
  const signals = createSignals(() => true)
  return (
    <Section
      title={t('phases.signals')}
      side={
        <LinkButton variant="quiet" href="/verdeling">
          {t('phases.signal.toShares')}
        </LinkButton>
      }
    >
      <Loaded opened={signals}>{(view) => <SignalList signals={view()} now={now()} />}</Loaded>
    </Section>
  )
}
