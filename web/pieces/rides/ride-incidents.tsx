import { For } from 'solid-js'

import { RIDE_INCIDENTS, type RideIncident } from '#shared/rides/ride.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { term } from '#web/pieces/term.ts'

import './ride-notes.css'

/** What went wrong on the way, one tap each, one step further away than a note. */
export function RideIncidents(props: { onIncident: (incident: RideIncident) => void }) {
  return (
    <Disclosure label={t('crew.incident.title')}>
      <div class="ride-notes">
        <For each={RIDE_INCIDENTS}>
          {(incident) => (
            <Button wide icon="plus" onClick={() => props.onIncident(incident)}>
              {term('incident', incident)}
            </Button>
          )}
        </For>
      </div>
    </Disclosure>
  )
}
