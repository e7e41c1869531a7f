import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { hospitalName, vehicleName } from '#web/pieces/place-name.ts'
import { ageAndSex, oxygenWords } from '#web/pieces/transfers/clinical-words.ts'
import { term } from '#web/pieces/term.ts'

import { QrMark } from './qr-mark.tsx'
import { StepsTable } from './steps-table.tsx'

import './print-sheet.css'

type Needs = Pick<Clinical, 'age' | 'sex' | 'isolation' | 'support' | 'flow' | 'fio2'> &
  Partial<Pick<Clinical, 'treatmentLimits'>>
type Props = {
  ride: Ride
  transfer: Transfer | null
  clinical: Needs | undefined
  contacts: Contacts | null
  now: string
}

/** The ride on paper, for when a phone is not to be had: the minimum, and a line per step to write the time on. */
export function CrewSheet(props: Props) {
  return (
    <section class="print-sheet" aria-label={t('crew.sheet.ride')}>
      <div class="print-sheet__head">
        <div>
          <p class="print-sheet__title">{t('crew.sheet.ride')}</p>
          <p class="print-sheet__code">{codeOf(props)}</p>
          <p class="print-sheet__route">
            {hospitalName(props.ride.from)} → {hospitalName(props.ride.to)}
          </p>
          <p class="print-sheet__small">{t('crew.sheet.noIdentity')}</p>
          <p class="print-sheet__small">{t('crew.sheet.printed', { at: moment(props.now, props.now) })}</p>
        </div>
        <QrMark path={`/rit/${props.ride.id}`} />
      </div>
      <div class="print-sheet__block">
        <Facts facts={factsOf(props)} />
      </div>
      <StepsTable ride={props.ride} />
      <div class="print-sheet__sign">
        <p>{t('crew.sheet.handedBy')}</p>
        <p>{t('crew.sheet.handedTo')}</p>
      </div>
    </section>
  )
}

/** Its last three characters are read from the papers at the bed: not from this sheet. */
const codeOf = ({ transfer, ride }: Props): string => {
  const code = transfer?.code ?? ''
  if (code === '') return ''
  return ride.checked === null || ride.checked === 'unchecked'
    ? `${code.slice(0, 3)}-•••`
    : `${code.slice(0, 3)}-${code.slice(3)}`
}

function factsOf({ ride, transfer, clinical, contacts }: Props) {
  const line = (place: string, one: { role: string; phone: string } | null | undefined) =>
    one ? [{ term: t('rides.call', { place }), value: `${one.phone} · ${one.role}` }] : []
  const where = (words: string, place: string | undefined) =>
    place === undefined ? [] : [{ term: words, value: place }]
  return [
    {
      term: t('transfers.driving.vehicle'),
      value: [
        vehicleName(ride.vehicle),
        moment(ride.departAt, ride.departAt),
        ...(ride.gms === null ? [] : [`GMS ${ride.gms}`]),
      ].join(' · '),
    },
    ...(transfer === null ? [] : [{ term: t('crew.sheet.what'), value: term('bed', transfer.bed) }]),
    ...(clinical === undefined
      ? []
      : [
          { term: t('transfers.needs.patient'), value: ageAndSex(clinical) },
          { term: t('transfers.field.isolation'), value: term('isolation', clinical.isolation) },
          { term: t('transfers.field.support'), value: term('support', clinical.support) },
          { term: t('transfers.needs.oxygen'), value: oxygenWords(clinical) },
          ...(clinical.treatmentLimits === undefined
            ? []
            : [
                {
                  term: t('transfers.field.treatmentLimits'),
                  value: term('limits', clinical.treatmentLimits),
                },
              ]),
        ]),
    ...where(t('crew.place.from'), contacts?.pickUp),
    ...where(t('crew.place.to'), contacts?.bringTo),
    ...line(hospitalName(ride.from), contacts?.callback),
    ...line(hospitalName(ride.to), contacts?.acceptedBy),
    ...line(t('transfers.field.escort'), contacts?.escort),
  ]
}
