import { t } from '#web/i18n/t.ts'
import { PageHead } from '#web/parts/page-head.tsx'

import { OffersPane } from './offer/offers-pane.tsx'

/** The bed desk's inbox: what is asked, who is to come, what was answered. */
export default function Offers() {
  return (
    <>
      <PageHead title={t('matching.offers.title')} />
      <OffersPane />
    </>
  )
}
