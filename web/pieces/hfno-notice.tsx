import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'

import { ambulancesPlus, type HfnoFacts } from './hfno-facts.ts'
import { orgName, vehicleName } from './place-name.ts'

/** HFNO rides in an ambulance+ only: whether one is free, else when and where, and whom to call. Logistics, no advice. */
export function HfnoNotice(props: { facts: HfnoFacts; now: string }) {
  const orgs = () => [...new Set(ambulancesPlus().map(({ org }) => orgName(org)))].join(', ')
  const title = () => {
    if (props.facts === 'free') return t('transfers.hfno.free')
    return t(props.facts === 'unknown' ? 'transfers.hfno.unknown' : 'transfers.hfno.taken')
  }
  const text = () => {
    const { facts } = props
    if (facts === 'free') return t('transfers.hfno.freeText', { count: ambulancesPlus().length })
    if (facts === 'unknown')
      return t('transfers.hfno.unknownText', { count: ambulancesPlus().length, org: orgs() })
    const vehicle = vehicleName(facts.vehicle)
    const org = orgName(facts.org)
    return facts.freeFrom === null
      ? t('transfers.hfno.noTime', { vehicle, org })
      : t('transfers.hfno.from', { vehicle, org, time: moment(facts.freeFrom, props.now) })
  }
  return (
    <Notice
      kind={props.facts === 'free' || props.facts === 'unknown' ? 'info' : 'warn'}
      live="polite"
      title={title()}
    >
      {text()}
    </Notice>
  )
}
