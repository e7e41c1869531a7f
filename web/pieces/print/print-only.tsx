import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'

/** Made when a page goes to paper, and only then: what is read on the screen stands there once. */
export function PrintOnly(props: { children: JSX.Element }) {
  const [printing, setPrinting] = createSignal(false)
  onMount(() => {
    const paper = window.matchMedia?.('print')
    const before = () => setPrinting(true)
    const after = () => setPrinting(false)
    const changed = ({ matches }: MediaQueryListEvent) => setPrinting(matches)
    setPrinting(paper?.matches ?? false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    paper?.addEventListener('change', changed)
    onCleanup(() => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      paper?.removeEventListener('change', changed)
    })
  })
  return <Show when={printing()}>{props.children}</Show>
}
