import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** As narrow as where a table becomes blocks (parts/data-table.css). */
export function createIsPhone(): Accessor<boolean> {
  const query = matchMedia('(max-width: 39.99em)')
  const [isPhone, setPhone] = createSignal(query.matches)
  const listen = () => setPhone(query.matches)
  query.addEventListener('change', listen)
  onCleanup(() => query.removeEventListener('change', listen))
  return isPhone
}
