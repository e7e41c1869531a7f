import { For, Show } from 'solid-js'

import type { OrgLine } from '#shared/transfers/lines-for.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { telOf } from '#web/pieces/tel.ts'

/** Functions that may be called about it, as administrators gave their lines. The demo has none. */
export function OrgLines(props: { lines: readonly OrgLine[] | undefined }) {
  return (
    <Show when={props.lines?.length}>
      <Section title={t('admin.lines.call')}>
        <ul class="transfer-phones">
          <For each={props.lines}>
            {(line) => (
              <li class="transfer-phones__line">
                <span class="transfer-phones__who">
                  <strong>{orgName(line.org)}</strong> {term('role', line.role)}
                </span>
                <LinkButton icon="phone" href={telOf(line.phone)}>
                  {line.phone}
                </LinkButton>
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  )
}
