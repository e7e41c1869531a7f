import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { TwoPane } from '#web/parts/two-pane.tsx'

import { OfferDetail } from './offer/offer-detail.tsx'
import { OffersPane } from './offer/offers-pane.tsx'

import './match.css'
import './offer.css'

/** One offer, beside the inbox. */
export default function OfferScreen() {
  const params = useParams<{ id: string }>()
  return (
    <TwoPane
      open
      listLabel={t('matching.offers.title')}
      list={
        <>
          <h2 class="match-list-title">{t('matching.offers.title')}</h2>
          <OffersPane open={params.id} />
        </>
      }
      detailLabel={t('matching.offers.detail')}
      detail={
        <div class="match-pane">
          <Show when={params.id} keyed>
            {(id) => <OfferDetail id={id} />}
          </Show>
        </div>
      }
    />
  )
}
