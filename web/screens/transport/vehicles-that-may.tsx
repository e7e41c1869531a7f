import type { Clinical } from '#shared/transfers/request.ts'
import { t } from '#web/i18n/t.ts'
import { Section } from '#web/parts/section.tsx'
import { VehicleRanking } from '#web/pieces/transport/vehicle-ranking.tsx'
import { createTransport } from '#web/state/transfers.ts'

import { TransportLoaded } from './transport-loaded.tsx'

/** Before there is anything to plan, or for whoever does not plan: which vehicles may, and why not the others. */
export function VehiclesThatMay(props: { id: string; clinical: Clinical | null }) {
  const view = createTransport(() => props.id)
  return (
    <Section title={t('transport.which')}>
      <TransportLoaded opened={view} clinical={props.clinical}>
        {(found) => <VehicleRanking view={found()} />}
      </TransportLoaded>
    </Section>
  )
}
