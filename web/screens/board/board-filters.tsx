import { Show } from 'solid-js'

import { regions } from '#shared/reference/regions.ts'
import { BEDS, KINDS } from '#shared/terms.ts'
import type { BoardFilter } from '#shared/transfers/board.ts'
import { t } from '#web/i18n/t.ts'
import { Choice } from '#web/parts/choice.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { term } from '#web/pieces/term.ts'

import type { BoardQuery, FilterName } from './board-query.ts'

const ALL = 'all'
export const SEARCH_ID = 'board-search'

/** Which beds, which haste, which region, whose: kept in the address. */
export function BoardFilters(props: { query: BoardQuery; folded: boolean }) {
  const summary = () => {
    const { bed, kind, region, text, mine, late } = props.query.filter()
    const said = [
      text,
      bed && term('bed', bed),
      kind && term('kind', kind),
      region && nameOf(region),
      late && t('board.late'),
      mine && t('board.mine'),
    ]
    return said.filter(Boolean).join(' · ') || t('matching.queue.filterNone')
  }
  return (
    <Show when={props.folded} fallback={<Controls query={props.query} />}>
      <Disclosure label={t('common.filter')} note={summary()}>
        <Controls query={props.query} />
      </Disclosure>
    </Show>
  )
}

const shownOf = ({ late, mine }: BoardFilter) => (late ? 'late' : mine ? 'mine' : ALL)

const nameOf = (id: string): string => regions.find((one) => one.id === id)?.code ?? id

function Controls(props: { query: BoardQuery }) {
  const all = { value: ALL, label: t('matching.queue.filterAll') }
  const value = (name: FilterName) => props.query.params[name] || ALL
  const set = (name: FilterName) => (next: string) => props.query.set(name, next === ALL ? null : next)
  return (
    <search class="board-filters">
      <Fields row>
        <TextField
          id={SEARCH_ID}
          label={t('board.search')}
          type="search"
          value={props.query.params.zoek ?? ''}
          onChange={(text) => props.query.set('zoek', text || null)}
          autocomplete="off"
          maxLength={40}
          placeholder={t('board.search')}
        />
        <Choice
          label={t('matching.queue.bed')}
          options={[all, ...BEDS.map((bed) => ({ value: bed as string, label: term('bed', bed) }))]}
          value={value('bed')}
          onChange={set('bed')}
        />
        <Choice
          label={t('matching.queue.kind')}
          options={[all, ...KINDS.map((kind) => ({ value: kind as string, label: term('kind', kind) }))]}
          value={value('soort')}
          onChange={set('soort')}
        />
        <Choice
          label={t('board.show')}
          options={[
            { value: ALL, label: t('board.show.all') },
            { value: 'late', label: t('board.late') },
            { value: 'mine', label: t('board.mine') },
          ]}
          value={shownOf(props.query.filter())}
          onChange={(next) => props.query.show(next)}
        />
        <Select
          label={t('board.region')}
          placeholder={t('board.region.all')}
          options={[
            { value: ALL, label: t('board.region.all') },
            ...regions.map(({ id, code }) => ({ value: id, label: code })),
          ]}
          value={value('regio')}
          onChange={set('regio')}
        />
      </Fields>
    </search>
  )
}
