import { createMemo, createSignal, For, Show } from 'solid-js'

import { administers } from '#shared/access/may-administer.ts'
import type { Membership, Person } from '#shared/access/parties.ts'
import { everyPlace, type RolePlace, rolePlace } from '#shared/access/role-places.ts'
import { ROLES, type Role } from '#shared/terms.ts'
import { namesAbroad } from '#web/i18n/names-abroad.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Select } from '#web/parts/select.tsx'
import { Toggle } from '#web/parts/toggle.tsx'
import { regionName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { orgOf, roleName } from './role-words.ts'

import './role-editor.css'

type Props = {
  /** Who gives them: only roles in this admin's reach are offered. */
  admin: Person
  value: readonly Membership[]
  onChange: (memberships: Membership[]) => void
  error?: string | undefined
}

const WITH_DEPUTY: readonly Role[] = ['bed-desk', 'rcps', 'lcps', 'transport-desk']

/** Roles at organisations: those held, each to be taken away, and one more to be given. */
export function RoleEditor(props: Props) {
  const without = (gone: Membership) =>
    props.onChange(props.value.filter(({ role, org }) => role !== gone.role || org !== gone.org))
  return (
    <div class="role-editor">
      <Show
        when={props.value.length > 0}
        fallback={<p class="role-editor__none">{t('session.roles.none')}</p>}
      >
        <ul class="role-editor__held" aria-label={t('session.person.roles')}>
          <For each={props.value}>
            {(held) => (
              <li class="role-editor__row">
                <span>
                  <strong>{roleName(held)}</strong> {orgOf(held)}
                </span>
                <Button
                  variant="quiet"
                  icon="cross"
                  label={t('session.roles.remove', { role: roleName(held), org: orgOf(held) })}
                  onClick={() => without(held)}
                >
                  {t('common.remove')}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.error}>
        {(error) => (
          <p class="role-editor__error" role="alert">
            {error()}
          </p>
        )}
      </Show>
      <OneMore {...props} />
    </div>
  )
}

function OneMore(props: Props) {
  const [role, setRole] = createSignal<Role>()
  const [org, setOrg] = createSignal<string>()
  const [deputy, setDeputy] = createSignal(false)
  const reach = createMemo(() => {
    const orgs = administers(props.admin)
    return [...everyPlace(), ...addedPlaces()].filter((place) => orgs === null || orgs.includes(place.org))
  })
  const roles = () => ROLES.filter((one) => reach().some((place) => place.role === one))
  const places = createMemo(() => grouped(reach().filter((place) => place.role === role())))
  const choose = (next: Role) => {
    setRole(next)
    setDeputy(false)
    const only = reach().filter((place) => place.role === next)
    setOrg(only.length === 1 ? only[0]?.org : undefined)
  }
  const add = () => {
    const [chosen, at] = [role(), org()]
    if (chosen === undefined || at === undefined) return
    const others = props.value.filter((held) => held.role !== chosen || held.org !== at)
    props.onChange([...others, { role: chosen, org: at, ...(deputy() ? { deputy: true as const } : {}) }])
    setRole(undefined)
    setOrg(undefined)
    setDeputy(false)
  }
  return (
    <Fields>
      <Fields row>
        <Select
          label={t('session.roles.role')}
          placeholder={t('session.roles.chooseRole')}
          options={roles().map((value) => ({ value, label: term('role', value) }))}
          value={role()}
          onChange={choose}
        />
        <Select
          label={t('session.roles.org')}
          placeholder={t('session.roles.chooseOrg')}
          options={places()}
          value={org()}
          disabled={role() === undefined}
          onChange={setOrg}
        />
      </Fields>
      <Show when={WITH_DEPUTY.some((one) => one === role())}>
        <Toggle
          label={t('session.roles.deputy')}
          hint={t('session.roles.deputyHint')}
          value={deputy()}
          onChange={setDeputy}
        />
      </Show>
      <div class="role-editor__add">
        <Button icon="plus" disabled={role() === undefined || org() === undefined} onClick={add}>
          {t('session.roles.add')}
        </Button>
      </div>
    </Fields>
  )
}

/** The vehicles that houses added, by their call signs. */
const addedPlaces = (): RolePlace[] =>
  Object.entries(namesAbroad()).flatMap(([org, name]) => {
    const place = isKnown(org) ? undefined : rolePlace({ role: 'crew', org })
    return place === undefined ? [] : [{ ...place, place: name }]
  })
const isKnown = (org: string): boolean => everyPlace().some((one) => one.org === org)

/** Under their region where they lie in one, by name. */
function grouped(places: readonly RolePlace[]) {
  const regions = new Map<string | null, RolePlace[]>()
  for (const place of places) regions.set(place.region, [...(regions.get(place.region) ?? []), place])
  return [...regions]
    .map(([region, inside]) => ({
      group: region === null ? t('session.roles.nation') : regionName(region),
      options: inside
        .map(({ org, place }) => ({ value: org, label: place }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    }))
    .toSorted((a, b) => a.group.localeCompare(b.group))
}
