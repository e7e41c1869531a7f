import { For } from 'solid-js'

import type { AdminProvider } from '#shared/wire/providers.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { Section } from '#web/parts/section.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

/** One provider: whether it answers, and how what it says becomes a role here. */
export function ProviderFacts(props: { provider: AdminProvider }) {
  const organisation = () => {
    const { organisation: from } = props.provider
    return 'ura' in from
      ? t('admin.providers.organisationFixed', from)
      : t('admin.providers.organisationClaim', from)
  }
  const pairs = (table: Readonly<Record<string, string>>, name: (value: string) => string): string[] =>
    Object.entries(table).map(([from, to]) => `${from} → ${name(to)}`)
  const facts = () => [
    { term: t('admin.providers.issuer'), value: props.provider.issuer },
    { term: t('admin.providers.client'), value: props.provider.clientId },
    { term: t('admin.providers.callback'), value: props.provider.callback },
    { term: t('admin.providers.scopes'), value: props.provider.scopes.join(' ') },
    { term: t('admin.providers.organisation'), value: organisation() },
    {
      term: t('admin.providers.organisations'),
      value: (
        <Lines
          lines={[
            ...pairs(props.provider.organisations, orgName),
            ...(props.provider.enteredUras ? [t('admin.providers.enteredUras')] : []),
          ]}
        />
      ),
    },
    {
      term: t('admin.providers.roleFrom', { claim: props.provider.role.claim }),
      value: <Lines lines={pairs(props.provider.role.values, (role) => term('role', role))} />,
    },
  ]
  return (
    <Section
      title={props.provider.name}
      side={
        <StateMark
          state={props.provider.answers ? 'done' : 'stopped'}
          label={t(props.provider.answers ? 'admin.providers.reached' : 'admin.providers.away')}
        />
      }
    >
      <div class="people__provider">
        <Facts facts={facts()} />
      </div>
    </Section>
  )
}

function Lines(props: { lines: readonly string[] }) {
  return <For each={props.lines}>{(line) => <span class="people-table__role">{line}</span>}</For>
}
