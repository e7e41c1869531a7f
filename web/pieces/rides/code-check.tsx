import { createEffect, createSignal, For, Match, on, onCleanup, Show, Switch } from 'solid-js'

import { readCode, CODE_ALPHABET } from '#shared/transfers/code.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'

import { soundAlarm } from './alarm.ts'
import { CodeOverride } from './code-override.tsx'

import './code-check.css'

export const CHECKED_LENGTH = 3

type Props = {
  open: boolean
  /** The patient's whole code; null where this phone does not hold it: the server then compares. */
  code: string | null
  onClose: () => void
  /** The last three characters were typed and fit. */
  onMatch: (check: string) => void
  /** Departs without a code that fits, with the reason. */
  onOverride: (reason: string) => void
}

type Stage = 'type' | 'mismatch' | 'override'

/** At the bed: the last three characters of the code on the papers. Another code stops, aloud. */
export function CodeCheck(props: Props) {
  const [typed, setTyped] = createSignal('')
  const [stage, setStage] = createSignal<Stage>('type')
  const restart = () => {
    setTyped('')
    setStage('type')
  }
  createEffect(on(() => props.open, restart))

  const put = (character: string) => {
    if (stage() !== 'type' || typed().length >= CHECKED_LENGTH) return
    const whole = typed() + character
    setTyped(whole)
    if (whole.length < CHECKED_LENGTH) return announce(spell(whole))
    if (props.code === null || props.code.slice(-CHECKED_LENGTH) === whole) return props.onMatch(whole)
    setStage('mismatch')
    soundAlarm()
    announce(t('rides.code.mismatch'), 'assertive')
  }
  const erase = () => stage() === 'type' && setTyped(typed().slice(0, -1))
  listenToKeys(() => props.open && stage() === 'type', put, erase)

  return (
    <Dialog open={props.open} title={t('rides.code.title')} onClose={() => props.onClose()}>
      <Switch>
        <Match when={stage() === 'override'}>
          <CodeOverride onOverride={(reason) => props.onOverride(reason)} onBack={restart} />
        </Match>
        <Match when={true}>
          <p>{t('rides.code.text')}</p>
          <Boxes typed={typed()} wrong={stage() === 'mismatch'} />
          <Show
            when={stage() === 'mismatch'}
            fallback={<Keypad onPut={put} onErase={erase} onCannot={() => setStage('override')} />}
          >
            <Notice kind="stop" title={t('rides.code.mismatch')}>
              {t('rides.code.mismatchText')}
            </Notice>
            <div class="code-check__acts">
              <Button variant="primary" big onClick={restart}>
                {t('rides.code.again')}
              </Button>
              <Button variant="quiet" wide onClick={() => setStage('override')}>
                {t('rides.code.override')}
              </Button>
            </div>
          </Show>
        </Match>
      </Switch>
    </Dialog>
  )
}

const spell = (typed: string): string =>
  t('rides.code.typed', { count: typed.length, characters: [...typed].join(' ') })

/** A keyboard types too: Crockford's way, `O` is 0 and `I` is 1. */
function listenToKeys(isOn: () => boolean, put: (character: string) => void, erase: () => void): void {
  const press = (event: KeyboardEvent) => {
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace') erase()
    else if (event.key.length === 1 && CODE_ALPHABET.includes(readCode(event.key)) && event.key.trim() !== '')
      put(readCode(event.key))
  }
  createEffect(() => {
    if (!isOn()) return
    document.addEventListener('keydown', press)
    onCleanup(() => document.removeEventListener('keydown', press))
  })
}

function Boxes(props: { typed: string; wrong: boolean }) {
  const places = Array.from({ length: CHECKED_LENGTH }, (_, place) => place)
  return (
    <div
      class="code-check__boxes"
      data-state={props.wrong ? 'stopped' : undefined}
      role="img"
      aria-label={spell(props.typed)}
    >
      <For each={places}>
        {(place) => (
          <span class="code-check__box" data-next={place === props.typed.length ? '' : undefined}>
            {props.typed.charAt(place)}
          </span>
        )}
      </For>
    </div>
  )
}

function Keypad(props: { onPut: (character: string) => void; onErase: () => void; onCannot: () => void }) {
  return (
    <>
      <fieldset class="code-check__keys" aria-label={t('rides.code.keys')}>
        <For each={[...CODE_ALPHABET]}>
          {(character) => (
            <button class="code-check__key" type="button" onClick={() => props.onPut(character)}>
              {character}
            </button>
          )}
        </For>
        <button
          class="code-check__key code-check__key--erase"
          type="button"
          aria-label={t('rides.code.erase')}
          onClick={() => props.onErase()}
        >
          {t('rides.code.eraseKey')}
        </button>
      </fieldset>
      <Button variant="quiet" wide onClick={() => props.onCannot()}>
        {t('rides.code.unreadable')}
      </Button>
    </>
  )
}
