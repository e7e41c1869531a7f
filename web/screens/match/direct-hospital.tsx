import { Show } from 'solid-js'

import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { Select } from '#web/parts/select.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { createDraft } from '#web/state/drafts.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { EarlierAnswers } from './earlier-answers.tsx'

type Props = { transfer: Transfer; match: MatchView; acting: Acting }

/** What even a named hospital cannot be asked; whether it has a bed is its own to say. */
const STOPS = ['origin', 'no-such-beds', 'declined-earlier']

const isDirectable = ({ purpose }: Transfer): boolean => purpose === 'specialist-care' || purpose === 'return'

/** The referrer's own way: straight to the hospital that has the specialism, or that the patient came from. */
export function DirectHospital(props: Props) {
  const [hospital, setHospital, clear] = createDraft<string>(`direct:${props.transfer.id}`)
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label)
  const found = () =>
    props.match.candidates.map(({ hospital: id }) => ({ value: id, label: hospitalName(id) }))
  const others = () =>
    Object.entries(props.match.excluded)
      .filter(([, reasons]) => !reasons.some((reason) => STOPS.includes(reason)))
      .map(([id, reasons]) => ({
        value: id,
        label: `${hospitalName(id)} (${reasons.map((reason) => term('excluded', reason)).join(', ')})`,
      }))
      .sort(byName)
  async function ask(): Promise<void> {
    const to = hospital() ?? props.transfer.directedTo
    if (!to) return
    const payload = { transfer: props.transfer.id, reservation: crypto.randomUUID(), hospital: to }
    if (!(await props.acting.run('transfer.direct', payload))) return
    announce(t('matching.offer.queued', { hospital: hospitalName(to) }))
    await clear()
  }
  return (
    <Show
      when={isDirectable(props.transfer)}
      fallback={
        <Section title={t('matching.choose.title')}>
          <p>{t('matching.direct.notYours')}</p>
        </Section>
      }
    >
      <Section title={t('matching.direct.title')}>
        <Fields>
          <p>{t('matching.direct.text')}</p>
          <Select
            label={t('matching.direct.hospital')}
            placeholder={t('matching.direct.choose')}
            options={[
              { group: t('matching.direct.free'), options: found() },
              { group: t('matching.direct.others'), options: others() },
            ]}
            value={hospital() ?? props.transfer.directedTo ?? undefined}
            onChange={setHospital}
          />
        </Fields>
      </Section>
      <EarlierAnswers transfer={props.transfer.id} />
      <ActionBar>
        <Button
          variant="primary"
          busy={props.acting.busy() || props.acting.isUnderWay('transfer.direct')}
          disabled={!(hospital() ?? props.transfer.directedTo)}
          onClick={() => void ask()}
        >
          {t('matching.direct.ask')}
        </Button>
      </ActionBar>
    </Show>
  )
}
