import { Show } from 'solid-js'

import { GapBar } from './gap-bar.tsx'
import { gapWords } from './share-words.ts'

type Props = {
  present: number | null
  target: number | null
  deficit: number | null
  /** Present when what is under way is done. */
  after?: number | null | undefined
  reach: number
  /** Stands there where there is no gap to show. */
  otherwise: string
}

/** How far from the share: in words, and as a bar around it. */
export function ShareGap(props: Props) {
  const after = () => {
    const { after, present, deficit } = props
    return after == null || present === null || deficit === null ? undefined : after - present - deficit
  }
  return (
    <Show when={gapWords(props)} fallback={<span class="share-table__quiet">{props.otherwise}</span>}>
      {(words) => (
        <span class="share-table__gap">
          <span class="share-table__words">{words()}</span>
          <GapBar gap={-(props.deficit ?? 0)} after={after()} reach={props.reach} />
        </span>
      )}
    </Show>
  )
}
