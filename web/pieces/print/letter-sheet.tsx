import { Show } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import { showCode, type Transfer } from '#shared/transfers/transfer.ts'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { hospitalName, vehicleName } from '#web/pieces/place-name.ts'
import { RequestSummary } from '#web/pieces/request/request-summary.tsx'
import { term } from '#web/pieces/term.ts'

import { QrMark } from './qr-mark.tsx'
import { StepsTable } from './steps-table.tsx'

import './print-sheet.css'

type Props = { transfer: Transfer; detail: TransferDetail; ride: Ride | null; now: string }

/** What goes along with the patient, on paper in ISBAR order: code and address, no identity. */
export function LetterSheet(props: Props) {
  return (
    <section class="print-sheet" aria-label={t('crew.sheet.letter')}>
      <div class="print-sheet__head">
        <div>
          <p class="print-sheet__title">{t('crew.sheet.letter')}</p>
          <p class="print-sheet__code">{showCode(props.transfer.code)}</p>
          <p class="print-sheet__route">
            {hospitalName(props.transfer.from)} → {hospitalName(props.transfer.to ?? '')}
          </p>
          <p class="print-sheet__small">{t('crew.sheet.noIdentity')}</p>
          <p class="print-sheet__small">{t('crew.sheet.printed', { at: moment(props.now, props.now) })}</p>
        </div>
        <QrMark path={`/aanvragen/${props.transfer.id}`} />
      </div>
      <div class="print-sheet__block">
        <Facts facts={identification(props)} />
      </div>
      <Show when={props.detail.clinical}>
        {(clinical) => (
          <RequestSummary
            transfer={props.transfer}
            clinical={clinical()}
            contacts={props.detail.contacts}
            now={props.now}
          />
        )}
      </Show>
      <Show when={props.ride}>{(ride) => <StepsTable ride={ride()} two />}</Show>
      <div class="print-sheet__sign">
        <p>{t('crew.sheet.handedBy')}</p>
        <p>{t('crew.sheet.handedTo')}</p>
      </div>
    </section>
  )
}

function identification({ transfer, detail, ride }: Props) {
  const needs = detail.reservations.find(({ id }) => id === transfer.reservation)?.needs ?? []
  const accepted = detail.contacts?.acceptedBy
  return [
    {
      term: t('crew.sheet.what'),
      value: [term('bed', transfer.bed), term('kind', transfer.kind), term('purpose', transfer.purpose)].join(
        ' · ',
      ),
    },
    ...(ride === null
      ? []
      : [
          {
            term: t('transfers.driving.vehicle'),
            value: [vehicleName(ride.vehicle), ...(ride.gms === null ? [] : [`GMS ${ride.gms}`])].join(' · '),
          },
        ]),
    ...(accepted
      ? [{ term: t('matching.progress.acceptedBy'), value: `${accepted.role}, ${accepted.phone}` }]
      : []),
    ...(detail.contacts?.bringTo === undefined
      ? []
      : [{ term: t('crew.place.to'), value: detail.contacts.bringTo }]),
    ...(needs.length === 0
      ? []
      : [{ term: t('matching.progress.needs'), value: needs.map((need) => term('need', need)).join(' · ') }]),
  ]
}
