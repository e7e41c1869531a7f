import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'

import type { RequestForm } from '#web/pieces/request/request-form.ts'

import { Filing } from './request/filing.tsx'
import { Receipt } from './request/receipt.tsx'

import './request-new.css'

/** `opnieuw`: one that was refused comes back. `vanaf`: a rejected one is filed again as planned. `terug`: one that arrived goes back. */
type Search = { opnieuw?: string; vanaf?: string; terug?: string }

/** A request is filed, and its receipt stands in its place. */
export default function RequestNew() {
  const [search, setSearch] = useSearchParams<Search>()
  const [sent, setSent] = createSignal<{ form: RequestForm; at: string }>()
  const [round, setRound] = createSignal(0)
  const source = createMemo(() => ({
    again: search.opnieuw,
    from: search.vanaf,
    back: search.terug,
    round: round(),
  }))
  const start = (again: string | undefined) => {
    setSearch({ opnieuw: again, vanaf: undefined, terug: undefined })
    setSent(undefined)
    setRound((count) => count + 1)
  }
  return (
    <Show
      when={sent()}
      keyed
      fallback={
        <Show when={source()} keyed>
          {(from) => <Filing {...from} onSent={(form, at) => setSent({ form, at })} />}
        </Show>
      }
    >
      {({ form, at }) => (
        <Receipt form={form} at={at} onNew={() => start(undefined)} onAgain={() => start(form.transfer)} />
      )}
    </Show>
  )
}
