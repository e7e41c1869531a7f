import { For, Show } from 'solid-js'

import type { ExclusionReason } from '#shared/matching/match.ts'
import { t } from '#web/i18n/t.ts'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import './excluded-list.css'

/** What a coordinator asks about first stands first; each hospital stands once, under its first reason. */
const ORDER: readonly string[] = [
  'declined-earlier',
  'intake-stop',
  'full',
  'only-boss-left',
  'capacity-expired',
  'no-hfno',
  'no-isolation',
  'region-exempt',
  'regional-first',
  'own-region',
  'nation-closed',
  'no-such-beds',
  'origin',
] satisfies readonly ExclusionReason[]

const place = (reason: string): number => {
  const at = ORDER.indexOf(reason)
  return at < 0 ? ORDER.length : at
}

type Group = { reason: string; hospitals: { id: string; also: string[] }[] }

/** Hospitals by their first reason, in the order of what can be done about it. */
export function groupExcluded(excluded: Readonly<Record<string, readonly string[]>>): Group[] {
  const groups = new Map<string, Group>()
  for (const [id, reasons] of Object.entries(excluded)) {
    const [first, ...also] = [...reasons].sort((a, b) => place(a) - place(b))
    if (first === undefined) continue
    const group = groups.get(first) ?? { reason: first, hospitals: [] }
    group.hospitals.push({ id, also })
    groups.set(first, group)
  }
  for (const { hospitals } of groups.values())
    hospitals.sort((a, b) => hospitalName(a.id).localeCompare(hospitalName(b.id)))
  return [...groups.values()].sort((a, b) => place(a.reason) - place(b.reason))
}

/** The hospitals that nobody may choose: one quiet list, on demand, with every reason in words. */
export function ExcludedList(props: { excluded: Readonly<Record<string, readonly string[]>> }) {
  const groups = () => groupExcluded(props.excluded)
  const count = () => Object.keys(props.excluded).length
  const summary = () =>
    groups()
      .toSorted((a, b) => b.hospitals.length - a.hospitals.length)
      .slice(0, 1)
      .map(({ reason, hospitals }) => `${hospitals.length} ${term('excluded', reason)}`)
      .join(' · ')
  return (
    <Show when={count() > 0}>
      <Disclosure label={t('matching.excluded', { count: count() })} note={summary()}>
        <dl class="excluded-list">
          <For each={groups()}>
            {(group) => (
              <div class="excluded-list__group">
                <dt class="excluded-list__reason">
                  {term('excluded', group.reason)} <span>{group.hospitals.length}</span>
                </dt>
                <For each={group.hospitals}>
                  {(hospital) => (
                    <dd class="excluded-list__hospital">
                      {hospitalName(hospital.id)}
                      <Show when={hospital.also.length > 0}>
                        <span class="excluded-list__also">
                          {hospital.also.map((reason) => term('excluded', reason)).join(', ')}
                        </span>
                      </Show>
                    </dd>
                  )}
                </For>
              </div>
            )}
          </For>
        </dl>
      </Disclosure>
    </Show>
  )
}
