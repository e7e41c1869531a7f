import { Show } from 'solid-js'

import type { Help } from '#shared/transport/help.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { asksWords, ownWords, shortly } from './help-words.ts'

import './help.css'

type Props = {
  help: Help
  now: string
  /** The house's own answer: with a team where that is asked and none drives yet. */
  withTeam: boolean
  busy: boolean
  onPromise: () => void
  onCannot: () => void
}

/** One request to this house: who asks, the route, when, until when to answer; nothing of the patient. */
export function HelpLine(props: Props) {
  return (
    <li class="help__one">
      <span class="help__words">
        <strong>{asksWords(props.help)}</strong> {term('kind', props.help.kind)}
        <span class="help__line">
          {hospitalName(props.help.from)} → {hospitalName(props.help.to)}.{' '}
          {t('transport.help.departs', { at: shortly(props.help.departAt, props.now) })};{' '}
          {ownWords('because', props.help.own, props.now)}
        </span>
        <Show when={props.help.dueAt}>
          {(due) => (
            <span class="help__line">{t('transport.help.before', { at: shortly(due(), props.now) })}</span>
          )}
        </Show>
      </span>
      <span class="help__acts">
        <Button busy={props.busy} onClick={() => props.onPromise()}>
          {t(props.withTeam ? 'transport.help.promiseTeam' : 'transport.help.promise')}
        </Button>
        <Button variant="quiet" onClick={() => props.onCannot()}>
          {t('transport.help.cannot')}
        </Button>
      </span>
    </li>
  )
}
