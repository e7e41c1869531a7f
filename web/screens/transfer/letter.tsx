import { createSignal, Match, Show, Switch } from 'solid-js'

import { partiesOf } from '#shared/access/parties.ts'
import { letterHospitals } from '#shared/retention/decide-purge.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { clock } from '#web/i18n/format.ts'
import { LANGUAGES, type Language, language, setLanguage, t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { now } from '#web/state/now.ts'
import { me } from '#web/state/session.ts'
import { takeOverLetter } from '#web/state/transfer-record.ts'

import './letter.css'

/** From the reserved bed on there is something to take along. */
const ALONG: readonly Transfer['state'][] = ['reserved', 'planned', 'in-transit']

/** For both hospitals between which the patient moves, or moved. */
export const hasLetter = (transfer: Transfer): boolean =>
  (ALONG.includes(transfer.state) || letterHospitals(transfer).length > 0) &&
  me().memberships.some((one) =>
    partiesOf(one, transfer).some((party) => party === 'referrer' || party === 'receiver'),
  )

/** The paper speaks its own language; the screen has its own again when the printer has it. */
async function printIn(wanted: Language): Promise<void> {
  const own = language()
  if (wanted === own) return window.print()
  await setLanguage(wanted)
  const done = new AbortController()
  const back = () => {
    done.abort()
    void setLanguage(own)
  }
  // Where no end of printing is told, the next touch of the screen is one.
  for (const sign of ['afterprint', 'pointerdown', 'keydown'])
    window.addEventListener(sign, back, { signal: done.signal })
  window.print()
}

/** For both hospitals of the patient: printing takes the letter over, and is written down first. `ready`: its contents are here. */
export function LetterSection(props: { transfer: Transfer; ready?: boolean }) {
  const [state, setState] = createSignal<'busy' | 'failed' | { at: string }>()
  const [chosen, setChosen] = createSignal<Language>()
  /** Whoever takes the patient in reads it: over the border in their own language. */
  const inLanguage = () => chosen() ?? (props.transfer.abroad?.country === 'DE' ? 'de' : language())
  const doneAt = () => {
    const known = state()
    return typeof known === 'object' ? known.at : undefined
  }
  async function print() {
    setState('busy')
    const isTaken = await takeOverLetter(props.transfer.id)
    setState(isTaken ? { at: now() } : 'failed')
    if (isTaken) await printIn(inLanguage())
  }
  return (
    <Show when={hasLetter(props.transfer)}>
      <div class="transfer-letter">
        <Section title={t('record.letter.title')}>
          <div class="transfer-letter__body">
            <p>{t('record.letter.text')}</p>
            <Switch>
              <Match when={doneAt()}>
                {(at) => (
                  <Notice kind="done" live="polite" title={t('record.letter.done', { time: clock(at()) })} />
                )}
              </Match>
              <Match when={state() === 'failed'}>
                <Notice kind="warn" live="polite" title={t('record.letter.failed')} />
              </Match>
            </Switch>
            <Choice
              label={t('record.letter.language')}
              options={LANGUAGES.map((value) => ({ value, label: t(`app.language.${value}`) }))}
              value={inLanguage()}
              onChange={setChosen}
            />
            <Button busy={state() === 'busy'} disabled={props.ready === false} onClick={() => void print()}>
              {t('record.letter.print')}
            </Button>
          </div>
        </Section>
      </div>
    </Show>
  )
}
