import { Show } from 'solid-js'

import { LCPS_ORG } from '#shared/access/parties.ts'
import { carriers } from '#shared/reference/fleet.ts'
import type { TransportView } from '#shared/wire/reads.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { orgName, vehicleName } from '#web/pieces/place-name.ts'
import { telOf } from '#web/pieces/tel.ts'

const cityOf = (org: string): string => carriers.find(({ id }) => id === org)?.city ?? orgName(org)

type Props = {
  next: TransportView['hfnoNext']
  now: string
  /** Demo: nothing can be dialled. */
  demo: boolean
}

/** To the desk: HFNO, and no ambulance+ free. Why, when and where one frees, whom to call; never a word about treatment. */
export function AmbulancePlusNotice(props: Props) {
  const when = () => {
    const { next } = props
    if (next === null) return t('transport.hfno.unknown')
    const words = { vehicle: vehicleName(next.vehicle), org: orgName(next.org), city: cityOf(next.org) }
    return next.freeFrom === null
      ? t('transport.hfno.nextUnknown', words)
      : t('transport.hfno.next', { ...words, at: moment(next.freeFrom, props.now) })
  }
  const call = () => orgName(props.next?.org ?? carriers[0]?.id ?? LCPS_ORG)
  return (
    <Notice kind="stop" live="assertive" title={t('transport.hfno.title')}>
      <p>{t('transport.hfno.why')}</p>
      <p>{when()}</p>
      <p>
        <strong>{t('transport.hfno.call', { org: call(), lcps: orgName(LCPS_ORG) })}</strong>
      </p>
      <Show when={!props.demo && props.next?.phone}>
        {(phone) => (
          <LinkButton icon="phone" href={telOf(phone())} note={phone()}>
            {t('rides.call', { place: call() })}
          </LinkButton>
        )}
      </Show>
    </Notice>
  )
}
