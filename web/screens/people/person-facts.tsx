import type { AdminPerson } from '#shared/wire/accounts.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { Section } from '#web/parts/section.tsx'
import { AccessMark } from '#web/pieces/access/people-table.tsx'
import { now } from '#web/state/now.ts'

/** Whether and how this person comes in. */
export function PersonFacts(props: { person: AdminPerson }) {
  const facts = () => {
    const { created, invited, passkeys, providers, sessions } = props.person
    return [
      {
        term: t('session.people.state'),
        value: <AccessMark person={props.person} />,
        note:
          invited === null ? undefined : t('session.person.invitedUntil', { until: moment(invited, now()) }),
      },
      { term: t('session.person.passkeys'), value: passkeys },
      { term: t('session.person.providers'), value: providers.join(', ') || t('common.none') },
      { term: t('session.person.sessionsNow'), value: sessions },
      { term: t('session.person.made'), value: moment(created, now()) },
    ]
  }
  return (
    <Section title={t('session.person.facts')}>
      <Facts facts={facts()} />
    </Section>
  )
}
