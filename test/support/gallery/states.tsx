import { createSignal, For } from 'solid-js'

import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Icon, type IconName } from '#web/parts/icon.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { STATES, StateMark } from '#web/parts/state-mark.tsx'
import { Stepper } from '#web/parts/stepper.tsx'
import { Toggle } from '#web/parts/toggle.tsx'
import { PageHead } from '#web/parts/page-head.tsx'

const ICONS: IconName[] = [
  'ambulance',
  'arrow',
  'bed',
  'bell',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'clock',
  'contrast',
  'cross',
  'info',
  'list',
  'map',
  'menu',
  'minus',
  'phone',
  'plus',
  'print',
  'search',
  'sign-out',
  'user',
  'warning',
]

export function States() {
  const [ic, setIc] = createSignal(4)
  const [ward, setWard] = createSignal(0)
  const [sound, setSound] = createSignal(true)
  const [night, setNight] = createSignal(false)
  return (
    <div class="gallery__form">
      <PageHead title="Bedden" />
      <Section title="Vrij nu" side="bijgewerkt 6 min geleden door LPZ">
        <Stepper label="IC" value={ic()} onChange={setIc} was={ic() === 3 ? undefined : 'was 3'} />
        <Stepper label="Kliniek" value={ward()} onChange={setWard} unit="bedden" />
      </Section>
      <Section title="Stand">
        <div class="gallery__row">
          <For each={STATES}>{(state) => <StateMark state={state} />}</For>
        </div>
        <div class="gallery__row">
          <For each={STATES}>{(state) => <StateMark state={state} hollow note="nog niet" />}</For>
        </div>
      </Section>
      <Section title="Knoppen">
        <div class="gallery__row">
          <Button variant="primary">Bied bed aan</Button>
          <Button>Stel andere tijd voor</Button>
          <Button variant="quiet">Annuleer</Button>
          <Button variant="danger">Trek in</Button>
          <Button variant="primary" busy busyLabel="Bezig">
            Bewaar
          </Button>
          <Button disabled>Kan nu niet</Button>
          <Button icon="phone">Bel</Button>
        </div>
      </Section>
      <Section title="Berichten">
        <Notice kind="info" title="DEMO – fictieve cijfers">
          Niets hier kan gebeld worden.
        </Notice>
        <Notice kind="warn" title="Geen verbinding sinds 14:02" action={<Button>Probeer opnieuw</Button>}>
          Wat u invult blijft bewaard en gaat mee zodra er verbinding is.
        </Notice>
        <Notice kind="stop" title="Het bed is net vergeven">
          Uw antwoorden zijn bewaard. Kies een ander ziekenhuis of bel de RCPS.
        </Notice>
        <Notice kind="done" title="Bed gereserveerd" />
      </Section>
      <Section title="Instellingen">
        <Toggle
          label="Geluid bij een taak"
          hint="Alleen voor wat bevestigd moet worden."
          value={sound()}
          onChange={setSound}
        />
        <Toggle label="Nachtstand" value={night()} onChange={setNight} />
      </Section>
      <Section title="Leeg en laden">
        <Loading rows={4} />
        <Empty kind="nothing" title="Geen verzoeken aan zet">
          U ziet het hier zodra er een komt.
        </Empty>
        <Empty
          kind="failed"
          title="De lijst kon niet worden geladen"
          action={<Button>Probeer opnieuw</Button>}
        >
          Er ging niets verloren. Bel bij spoed de RCPS.
        </Empty>
      </Section>
      <Section title="Tekens">
        <div class="gallery__row">
          <For each={ICONS}>{(name) => <Icon name={name} />}</For>
        </div>
      </Section>
    </div>
  )
}
