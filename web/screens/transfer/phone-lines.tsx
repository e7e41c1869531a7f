import { For, Show } from 'solid-js'

import type { Contacts } from '#shared/transfers/contacts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { telOf } from '#web/pieces/tel.ts'
import { session } from '#web/state/session.ts'

type Props = { transfer: Transfer; contacts: Contacts }

/** Whom to call at both ends: functions and their lines, only once they are given. In the demo nothing dials. */
export function PhoneLines(props: Props) {
  const lines = () => {
    const { callback, acceptedBy, escort } = props.contacts
    return [
      { place: hospitalName(props.transfer.from), ...callback },
      ...(escort === undefined ? [] : [{ place: t('transfers.field.escort'), ...escort }]),
      ...(acceptedBy === null ? [] : [{ place: hospitalName(props.transfer.to ?? ''), ...acceptedBy }]),
    ]
  }
  return (
    <Section title={t('transfers.phones.title')}>
      <ul class="transfer-phones">
        <For each={lines()}>
          {(line) => (
            <li class="transfer-phones__line">
              <span class="transfer-phones__who">
                <strong>{line.place}</strong> {line.role}
              </span>
              <Show when={session()?.demo === false} fallback={<span>{line.phone}</span>}>
                <LinkButton icon="phone" href={telOf(line.phone)}>
                  {line.phone}
                </LinkButton>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}
