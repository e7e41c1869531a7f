import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { AmbulancePlusNotice } from '#web/pieces/transfers/ambulance-plus-notice.tsx'
import { orgName } from '#web/pieces/place-name.ts'

import { ambulancesPlus, type HfnoFacts, type HfnoNext } from './hfno-facts.ts'

/** To the referrer: HFNO rides in an ambulance+ only. Is one free, when and where does one free, whom to call. */
export function HfnoNotice(props: { facts: HfnoFacts; now: string; demo?: boolean }) {
  const next = (): HfnoNext | undefined => (typeof props.facts === 'string' ? undefined : props.facts)
  const orgs = () => [...new Set(ambulancesPlus().map(({ org }) => orgName(org)))].join(', ')
  const isFree = () => props.facts === 'free'
  return (
    <Show
      when={next()}
      fallback={
        <Notice
          kind="info"
          live="polite"
          title={t(isFree() ? 'transfers.hfno.free' : 'transfers.hfno.unknown')}
        >
          {isFree()
            ? t('transfers.hfno.freeText', { count: ambulancesPlus().length })
            : t('transfers.hfno.unknownText', { count: ambulancesPlus().length, org: orgs() })}
        </Notice>
      }
    >
      {(found) => <AmbulancePlusNotice next={found()} now={props.now} demo={props.demo ?? true} />}
    </Show>
  )
}
