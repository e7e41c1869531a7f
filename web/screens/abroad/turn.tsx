import { createSignal, Show } from 'solid-js'

import { mayOpenAbroad } from '#shared/abroad/opening.ts'
import { age, number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { now } from '#web/state/now.ts'
import { phaseOf } from '#web/state/phases.ts'
import { createSignals } from '#web/state/shares.ts'

import type { createActing } from '#web/screens/create-acting.ts'

/** The LCPS's own act, with the figures it rests on. */
export function Turn(props: { isOpen: boolean; acting: ReturnType<typeof createActing> }) {
  const signals = createSignals(() => true)
  const [asking, setAsking] = createSignal(false)
  const [said, setSaid] = createSignal<Said<string>>({ note: '' })
  const facts = () => {
    const occupied = signals.data()?.steps[0]?.occupied
    const phase = phaseOf('')
    return occupied === undefined || phase === undefined ? undefined : { occupied, phase }
  }
  const right = () => {
    const known = facts()
    return known && mayOpenAbroad(known)
  }
  const words = () => {
    if (props.isOpen) return undefined
    const basis = right()
    if (basis === undefined) return undefined
    if (basis === null) return t('abroad.mayNot')
    return t(basis === 'phase' ? 'abroad.mayPhase' : 'abroad.mayBeds')
  }
  const name = () => (props.isOpen ? 'abroad.close' : 'abroad.open')
  async function turn() {
    const payload = { abroad: crypto.randomUUID(), reason: said().note.trim() }
    await props.acting.run(name(), payload)
    setSaid({ note: '' })
    setAsking(false)
  }
  return (
    <>
      <Show when={facts()}>
        {(known) => (
          <p class="shares__line">
            {t('abroad.figures', { phase: known().phase, occupied: number(known().occupied) })}{' '}
            <Show when={signals.data()?.figures.oldest}>
              {(oldest) => <>{t('abroad.oldest', { age: age(oldest(), now()) })} </>}
            </Show>
            {words()}
          </p>
        )}
      </Show>
      <Button
        variant={props.isOpen ? 'secondary' : 'primary'}
        disabled={!props.isOpen && right() === null}
        onClick={() => setAsking(true)}
      >
        {t(props.isOpen ? 'abroad.do.close' : 'abroad.do.open')}
      </Button>
      <ReasonDialog
        open={asking()}
        title={t(props.isOpen ? 'abroad.dialog.close' : 'abroad.dialog.open')}
        noteLabel={t('abroad.reason')}
        noteHint={t('abroad.reasonHint')}
        noteRequired
        value={said()}
        onChange={setSaid}
        submit={t(props.isOpen ? 'abroad.do.close' : 'abroad.do.open')}
        busy={props.acting.busy()}
        onSubmit={() => void turn()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
