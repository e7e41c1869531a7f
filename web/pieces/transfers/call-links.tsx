import { For, Show } from 'solid-js'

import type { ActsNow } from '#shared/transfers/acts-now.ts'
import type { OrgLine } from '#shared/transfers/lines-for.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { telOf } from '#web/pieces/tel.ts'
import { term } from '#web/pieces/term.ts'

import './call-links.css'

const ROLE = { rcps: 'rcps', lcps: 'lcps', receiver: 'bed-desk', 'transport-desk': 'transport-desk' } as const
const isLined = (who: ActsNow['who']): who is keyof typeof ROLE => who in ROLE

/** Who is to act, then the next in line: as the sentence beside it says. */
export function linesToCall({ who, org }: ActsNow, lines: readonly OrgLine[]): OrgLine[] {
  if (!isLined(who)) return []
  const own = lines.find((line) => line.role === ROLE[who] && line.org === org)
  const above =
    who === 'lcps' ? undefined : lines.find(({ role }) => role === (who === 'rcps' ? 'lcps' : 'rcps'))
  return [own, above].filter((line) => line !== undefined)
}

/** The numbers behind "bel RCPS Zwolle, daarna het LCPS". */
export function CallLinks(props: { acts: ActsNow; lines: readonly OrgLine[] | undefined }) {
  const lines = () => linesToCall(props.acts, props.lines ?? [])
  const name = ({ role, org }: OrgLine) =>
    role === 'lcps' ? term('role', role) : `${term('role', role)} ${orgName(org)}`
  return (
    <Show when={lines().length > 0}>
      <div class="call-links">
        <For each={lines()}>
          {(line) => (
            <LinkButton
              icon="phone"
              href={telOf(line.phone)}
              note={name(line)}
              label={t('transfers.call.label', { who: name(line), phone: line.phone })}
            >
              {line.phone}
            </LinkButton>
          )}
        </For>
      </div>
    </Show>
  )
}
