import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, on, Show } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { isRemindedOf } from '#shared/beds/remind.ts'
import { age } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { createBeds } from '#web/state/beds.ts'
import { now } from '#web/state/now.ts'
import { me, myOrgs } from '#web/state/session.ts'

type Said = { title: string; href: string; act: string }

/** What is asked of whom: a desk to renew its own figures, a region to see to those that expired. */
function saidOf(old: readonly Beds[], own: readonly string[], at: string): Said | null {
  const mine = old.filter(({ hospital }) => own.includes(hospital))
  const oldest = mine.map(({ reportedAt }) => reportedAt).sort()[0]
  if (oldest !== undefined) {
    const level = mine.some(({ reminded }) => reminded?.level === 'expired') ? 'expired' : 'stale'
    return {
      title: t(`beds.reminded.own.${level}`, { age: age(oldest, at) }),
      href: '/bedden',
      act: t('beds.reminded.act'),
    }
  }
  const act = t('beds.reminded.look')
  const places = [...new Set(old.map(({ hospital }) => hospital))]
  const [first] = old
  if (first === undefined) return null
  return places.length === 1
    ? {
        title: t('beds.reminded.other', { hospital: hospitalName(first.hospital) }),
        href: `/bedden?bed=${first.bed}&ziekenhuis=${first.hospital}`,
        act,
      }
    : { title: t('beds.reminded.others', { count: places.length }), href: `/bedden?bed=${first.bed}`, act }
}

/** On every screen but the beds' own: figures that grew old, one tap from where they are renewed. */
export function BedReminder() {
  const location = useLocation()
  const beds = createBeds()
  const old = createMemo(() => (beds() ?? []).filter((row) => isRemindedOf(row, me().memberships)))
  const said = createMemo(() => saidOf(old(), myOrgs('bed-desk'), now()))
  createEffect(
    on(
      () =>
        old()
          .map(({ id, reminded }) => `${id} ${reminded?.level}`)
          .join(),
      (asked, before) => {
        const title = said()?.title
        if (title !== undefined && asked !== before) announce(title, 'polite')
      },
    ),
  )
  return (
    <Show when={location.pathname !== '/bedden' && said()}>
      {(shown) => (
        <Notice
          kind="warn"
          title={shown().title}
          action={<LinkButton href={shown().href}>{shown().act}</LinkButton>}
        />
      )}
    </Show>
  )
}
