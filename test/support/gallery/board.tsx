import { createSignal, Show } from 'solid-js'

import { Bar, MarkerBar } from '#web/parts/bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { DataTable } from '#web/parts/data-table.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { type State, StateMark } from '#web/parts/state-mark.tsx'
import { Tabs } from '#web/parts/tabs.tsx'
import { Timeline } from '#web/parts/timeline.tsx'
import { TwoPane } from '#web/parts/two-pane.tsx'
import { PageHead } from '#web/parts/page-head.tsx'

type Row = {
  code: string
  from: string
  bed: string
  state: State
  word: string
  since: string
  wait: string
}

const ROWS: Row[] = [
  {
    code: 'K7Q-3TB',
    from: 'Isala, Zwolle',
    bed: 'IC',
    state: 'acts',
    word: 'U verifieert',
    since: '14:02',
    wait: '8 min',
  },
  {
    code: 'M2D-9PA',
    from: 'Deventer Ziekenhuis',
    bed: 'Kliniek',
    state: 'waiting',
    word: 'LCPS zoekt',
    since: '13:41',
    wait: '29 min',
  },
  {
    code: 'B0R-1VE',
    from: 'Ziekenhuis Gelderse Vallei',
    bed: 'Kliniek',
    state: 'moving',
    word: 'Onderweg',
    since: '13:20',
    wait: '50 min',
  },
  {
    code: 'T5H-8CW',
    from: 'Medisch Spectrum Twente',
    bed: 'IC',
    state: 'stopped',
    word: 'Afgewezen',
    since: '12:58',
    wait: '1 u 12 min',
  },
  {
    code: 'X4N-6GZ',
    from: 'Rijnstate, Arnhem',
    bed: 'IC',
    state: 'old',
    word: 'Cijfers oud',
    since: '11:30',
    wait: '2 u 40 min',
  },
  {
    code: 'P9J-2SK',
    from: 'Canisius Wilhelmina Ziekenhuis',
    bed: 'Kliniek',
    state: 'done',
    word: 'Overgedragen',
    since: '10:15',
    wait: '3 u 55 min',
  },
]

const List = (props: { open: string | undefined; onOpen: (code: string) => void }) => (
  <>
    <PageHead title="Verzoeken" />
    <Tabs
      label="Weergaven"
      tabs={[
        { href: '#a', label: 'Aan zet', current: true, count: 3 },
        { href: '#b', label: 'Lopend', current: false, count: 12 },
        { href: '#c', label: 'Klaar', current: false },
      ]}
    />
    <DataTable
      caption="Verzoeken in de regio Zwolle"
      rows={ROWS}
      rowKey={(row) => row.code}
      selected={props.open}
      onOpen={(row) => props.onOpen(row.code)}
      columns={[
        { key: 'code', head: 'Code', lead: true, cell: (row) => row.code },
        {
          key: 'state',
          head: 'Stand',
          phone: 'plain',
          cell: (row) => <StateMark state={row.state} label={row.word} />,
        },
        { key: 'from', head: 'Van', phone: 'plain', cell: (row) => row.from },
        { key: 'bed', head: 'Bed', phone: 'plain', cell: (row) => row.bed },
        { key: 'wait', head: 'Wacht', end: true, cell: (row) => row.wait },
      ]}
    />
  </>
)

function Detail() {
  return (
    <div>
      <PageHead
        title="RCPS Zwolle verifieert — sinds 14:02, 8 min"
        back={{ href: '?page=board', label: 'Verzoeken' }}
      >
        <Bar value={8} max={30} label="Tijd voor verifiëren" valueText="8 van 30 min" />
      </PageHead>
      <Notice kind="warn" title="Bedstand van 11:30" action={<Button>Ververs</Button>}>
        Bel de bedcoördinator als het getal telt.
      </Notice>
      <Section title="Ziekenhuis" side="bijgewerkt 6 min geleden">
        <Facts
          facts={[
            { term: 'Vrije bedden', value: <span class="gallery__num">4</span> },
            { term: 'Afstand', value: '42 km' },
            {
              term: 'Belasting',
              value: <MarkerBar value={14} marker={17} max={24} label="Belasting" valueText="14 van 17" />,
              note: '3 onder aandeel',
            },
          ]}
        />
        <Disclosure label="Niet mogelijk" note="4 ziekenhuizen">
          <p>UMC Utrecht: geen isolatiebed.</p>
        </Disclosure>
      </Section>
      <Section title="Verloop">
        <Timeline
          label="Verloop"
          steps={[
            { state: 'past', time: '13:41', act: 'Ingediend', actor: 'Intensivist, Isala' },
            { state: 'past', time: '13:52', entered: 'ingevoerd 14:01', act: 'Gezien', actor: 'RCPS Zwolle' },
            { state: 'now', time: '14:02', act: 'Verifiëren', actor: 'RCPS Zwolle', note: 'uiterlijk 14:32' },
            { state: 'future', time: '15:00–16:00', act: 'Vertrek', actor: 'MICU Groningen' },
            { state: 'future', time: '16:30', act: 'Aankomst' },
          ]}
        />
      </Section>
      <Section title="Doe">
        <div class="gallery__row">
          <Button variant="primary">Verifieer</Button>
          <Button>Vraag na</Button>
          <Button variant="danger">Wijs af</Button>
        </div>
      </Section>
    </div>
  )
}

export function Board() {
  const start = new URLSearchParams(location.search).get('open') ?? undefined
  const [open, setOpen] = createSignal(start)
  return (
    <TwoPane
      listLabel="Lijst"
      detailLabel="Verzoek"
      open={open() !== undefined}
      list={<List open={open()} onOpen={setOpen} />}
      detail={
        <Show when={open()}>
          <Detail />
        </Show>
      }
    />
  )
}
