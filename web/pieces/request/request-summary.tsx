import { For, Show } from 'solid-js'

import type { Contacts } from '#shared/transfers/contacts.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import {
  ageAndSex,
  consciousness,
  figure,
  pressureWords,
  yesNo,
} from '#web/pieces/transfers/clinical-words.ts'
import { hospitalName } from '#web/pieces/place-name.ts'
import { escortWords } from '#web/pieces/transfers/escort-words.ts'
import { term } from '#web/pieces/term.ts'

import './request-summary.css'

type Asked = Pick<Transfer, 'bed' | 'kind' | 'ground' | 'purpose' | 'readyFrom' | 'directedTo'>
type Props = {
  transfer: Asked
  clinical: Clinical
  contacts?: Contacts | null | undefined
  /** ISO, the server's clock. */
  now: string
}
type Fact = { term: string; value: string }

const fact = (word: string, value: string | null | undefined): Fact[] =>
  value ? [{ term: word, value }] : []

function situation({ transfer, clinical, now }: Props): Fact[] {
  const kind = [term('kind', transfer.kind), transfer.ground && term('ground', transfer.ground)]
  return [
    ...fact(t('transfers.field.bed'), term('bed', transfer.bed)),
    ...fact(t('transfers.field.kind'), kind.filter(Boolean).join(' · ')),
    ...fact(t('transfers.field.purpose'), term('purpose', transfer.purpose)),
    ...fact(t('transfers.field.directedTo'), transfer.directedTo ? hospitalName(transfer.directedTo) : ''),
    ...fact(t('transfers.field.admissionReason'), term('admission', clinical.admissionReason)),
    ...fact(t('transfers.field.readyFrom'), moment(transfer.readyFrom, now)),
    ...fact(t('transfers.field.note'), clinical.note),
  ]
}

const patient = ({ clinical }: Props): Fact[] => [
  ...fact(t('transfers.summary.patient'), ageAndSex(clinical)),
  ...fact(t('transfers.field.weight'), figure('weight', clinical.weight)),
  ...fact(t('transfers.field.isolation'), term('isolation', clinical.isolation)),
  ...fact(t('transfers.field.treatmentLimits'), term('limits', clinical.treatmentLimits)),
  ...fact(
    t('transfers.field.frail'),
    clinical.frail && clinical.geriatricianConsulted ? t('transfers.frail.consulted') : yesNo(clinical.frail),
  ),
]

const breathing = ({ clinical }: Props): Fact[] => [
  ...fact(t('transfers.field.support'), term('support', clinical.support)),
  ...fact(t('transfers.field.flow'), figure('flow', clinical.flow)),
  ...fact(t('transfers.field.fio2'), figure('fio2', clinical.fio2)),
  ...fact(t('transfers.field.peep'), figure('peep', clinical.peep)),
  ...fact(t('transfers.field.minuteVolume'), figure('minuteVolume', clinical.minuteVolume)),
  ...fact(t('transfers.field.spo2'), figure('spo2', clinical.spo2)),
  ...fact(t('transfers.field.breathingRate'), figure('breathingRate', clinical.breathingRate)),
  ...fact(t('transfers.summary.pressure'), pressureWords(clinical)),
  ...fact(t('transfers.field.vasoactive'), term('vasoactive', clinical.vasoactive)),
  ...fact(t('transfers.field.trend'), term('trend', clinical.trend)),
  ...fact(t('transfers.field.consciousness'), consciousness(clinical)),
  ...fact(
    t('transfers.field.specials'),
    clinical.specials.map((special) => term('special', special)).join(' · ') || t('transfers.none'),
  ),
]

const practical = ({ clinical, contacts }: Props): Fact[] => [
  ...fact(t('transfers.field.familyInformed'), yesNo(clinical.familyInformed)),
  ...fact(t('transfers.field.gpInformed'), yesNo(clinical.gpInformed)),
  ...fact(t('transfers.field.canSit'), yesNo(clinical.canSit)),
  ...fact(
    t('transfers.field.escort'),
    clinical.escort === undefined ? t('transfers.escort.none') : escortWords(clinical.escort),
  ),
  ...fact(t('transfers.field.place'), contacts?.pickUp),
  ...fact(t('transfers.field.callback'), contacts && `${contacts.callback.role}, ${contacts.callback.phone}`),
]

/** What was asked, read-only, in ISBAR order: four blocks that stand two by two on a desk. */
export function RequestSummary(props: Props) {
  const blocks = () => [
    { title: t('transfers.block.situation'), facts: situation(props) },
    { title: t('transfers.block.patient'), facts: patient(props) },
    { title: t('transfers.block.breathing'), facts: breathing(props) },
    { title: t('transfers.block.practical'), facts: practical(props) },
  ]
  return (
    <div class="request-summary">
      <For each={blocks()}>
        {(block) => (
          <Show when={block.facts.length > 0}>
            <section class="request-summary__block">
              <h3 class="request-summary__title">{block.title}</h3>
              <Facts facts={block.facts} />
            </section>
          </Show>
        )}
      </For>
    </div>
  )
}
