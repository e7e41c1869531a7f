import { createSignal, Show } from 'solid-js'

import { Button, LinkButton } from '#web/parts/button.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Icon } from '#web/parts/icon.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { ThumbScreen } from '#web/parts/thumb-screen.tsx'
import { UndoBar } from '#web/parts/undo-bar.tsx'

export function Ride() {
  const [undo, setUndo] = createSignal(true)
  return (
    <ThumbScreen
      foot={
        <>
          <Show when={undo()}>
            <UndoBar
              label="Vertrokken 14:31"
              seconds={60}
              onUndo={() => setUndo(false)}
              onExpire={() => setUndo(false)}
            />
          </Show>
          <Button variant="primary" big note="nog niet verzonden: 1 stap">
            Meld aankomst
          </Button>
        </>
      }
    >
      <h1 class="gallery__route">
        <span>Isala, Zwolle</span>
        <span>
          <Icon name="arrow" label="naar" /> UMC Utrecht
        </span>
      </h1>
      <StateMark state="moving" label="Onderweg naar patiënt" note="sinds 14:02" />
      <Facts
        big
        facts={[
          { term: 'Leeftijd', value: '61 · man' },
          { term: 'Isolatie', value: 'Druppel' },
          { term: 'Ondersteuning', value: 'HFNO', note: '40 L/min, 50 %' },
          { term: 'Zuurstof', value: '2 640 L', note: 'rekenhulp, geen advies' },
        ]}
      />
      <div class="gallery__phones">
        <LinkButton href="tel:0880000000" icon="phone" wide>
          Afdeling
        </LinkButton>
        <LinkButton href="tel:0880000001" icon="phone" wide>
          Ontvanger
        </LinkButton>
      </div>
    </ThumbScreen>
  )
}
