import { useSearchParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Empty } from '#web/parts/empty.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { hasRole, myOrgs } from '#web/state/session.ts'

import { HospitalPage } from './beds/hospital-page.tsx'
import { NationBeds } from './beds/nation-beds.tsx'
import { OwnBeds } from './beds/own-beds.tsx'
import { RegionBeds } from './beds/region-beds.tsx'

import './beds.css'

type Query = { ziekenhuis: string; regio: string; bed: string }

/** Bed figures: to report for one's own hospital, to read for a region or the nation. */
export default function BedsScreen() {
  const [params] = useSearchParams<Query>()
  const back = () =>
    `/bedden?${params.regio ? `regio=${params.regio}&` : ''}bed=${params.bed === 'ward' ? 'ward' : 'ic'}`
  return (
    <Switch fallback={<Nothing />}>
      <Match when={myOrgs('bed-desk')[0]}>{(hospital) => <OwnBeds hospital={hospital()} />}</Match>
      <Match when={hasRole('lcps', 'rcps') && params.ziekenhuis}>
        {(at) => <HospitalPage hospital={at()} back={back()} />}
      </Match>
      <Match when={hasRole('lcps')}>
        <NationBeds />
      </Match>
      <Match when={myOrgs('rcps')[0]}>{(region) => <RegionBeds region={region()} />}</Match>
    </Switch>
  )
}

function Nothing() {
  return (
    <>
      <PageHead title={t('beds.title')} />
      <Empty kind="nothing" title={t('beds.none.title')}>
        <p>{t('beds.none.text')}</p>
      </Empty>
    </>
  )
}
