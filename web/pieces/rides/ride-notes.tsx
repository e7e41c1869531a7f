import { createSignal, For, onCleanup } from 'solid-js'

import { RIDE_NOTES, type RideNote } from '#shared/rides/ride.ts'
import { Button } from '#web/parts/button.tsx'
import { term } from '#web/pieces/term.ts'

import './ride-notes.css'

const SETTLE_MS = 3_000

/** What happens on the way, one tap each. A second tap on the same within three seconds says nothing new. */
export function RideNotes(props: { onNote: (note: RideNote) => void }) {
  const [told, setTold] = createSignal<RideNote>()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const tell = (note: RideNote) => {
    if (told() === note) return
    setTold(note)
    clearTimeout(timer)
    timer = setTimeout(() => setTold(undefined), SETTLE_MS)
    props.onNote(note)
  }
  return (
    <div class="ride-notes">
      <For each={RIDE_NOTES}>
        {(note) => (
          <Button wide icon={told() === note ? 'check' : 'plus'} onClick={() => tell(note)}>
            {term('note', note)}
          </Button>
        )}
      </For>
    </div>
  )
}
