import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, on, Show } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { isRemindedOf } from '#shared/beds/remind.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { createBeds } from '#web/state/beds.ts'
import { me, myOrgs } from '#web/state/session.ts'

type Said = { title: string; href: string }

/** What is asked of whom: a desk to renew its own figures, a region to see to those that expired. */
function saidOf(old: readonly Beds[], own: readonly string[]): Said | null {
  const mine = old.filter(({ hospital }) => own.includes(hospital))
  if (mine.length > 0) {
    const level = mine.some(({ reminded }) => reminded?.level === 'expired') ? 'expired' : 'stale'
    return { title: t(`beds.reminded.own.${level}`), href: '/bedden' }
  }
  const places = [...new Set(old.map(({ hospital }) => hospital))]
  const [first] = old
  if (first === undefined) return null
  return places.length === 1
    ? {
        title: t('beds.reminded.other', { hospital: hospitalName(first.hospital) }),
        href: `/bedden?bed=${first.bed}&ziekenhuis=${first.hospital}`,
      }
    : { title: t('beds.reminded.others', { count: places.length }), href: `/bedden?bed=${first.bed}` }
}

/** On every screen but the beds' own: figures that grew old, one tap from where they are renewed. */
export function BedReminder() {
  const location = useLocation()
  const beds = createBeds()
  const said = createMemo(() =>
    saidOf(
      (beds() ?? []).filter((row) => isRemindedOf(row, me().memberships)),
      myOrgs('bed-desk'),
    ),
  )
  createEffect(
    on(
      () => said()?.title,
      (title, before) => {
        if (title !== undefined && title !== before) announce(title, 'polite')
      },
    ),
  )
  return (
    <Show when={location.pathname !== '/bedden' && said()}>
      {(shown) => (
        <Notice
          kind="warn"
          title={shown().title}
          action={<LinkButton href={shown().href}>{t('beds.reminded.act')}</LinkButton>}
        />
      )}
    </Show>
  )
}
