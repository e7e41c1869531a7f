import { Show } from 'solid-js'

import type { Alert } from '#shared/alerts/alert.ts'
import { showCode, type Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import {
  acknowledgedWords,
  alertSentence,
  expectedWords,
  levelWords,
  nextWords,
  raisedWords,
} from './alert-words.ts'

import './alert-line.css'

type Props = {
  alert: Alert & { pending?: true }
  /** Absent while its row is on its way. */
  transfer: Transfer | null | undefined
  now: string
  /** Where its work is done. */
  href: string
  /** For what still asks for an answer. */
  onAcknowledge?: (() => void) | undefined
  /** The screen's one primary act. */
  primary?: boolean | undefined
}

/** One alert: about whom, what is asked, how far it went, what happens by itself, and the answer. */
export function AlertLine(props: Props) {
  const code = () => props.transfer?.code ?? ''
  const isRinging = () => props.onAcknowledge !== undefined
  const about = () => {
    const row = props.transfer
    if (!row) return undefined
    const route =
      row.to === null ? hospitalName(row.from) : `${hospitalName(row.from)} → ${hospitalName(row.to)}`
    return `${route} · ${term('bed', row.bed)} · ${term('kind', row.kind)}`
  }
  const small = () =>
    [
      expectedWords(props.alert, props.now),
      raisedWords(props.alert, props.now),
      acknowledgedWords(props.alert, props.now),
      nextWords(props.alert, props.transfer, props.now),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <li class="alert-line">
      <div class="alert-line__what">
        <StateMark
          state={props.alert.level > 0 ? 'stopped' : isRinging() ? 'acts' : 'waiting'}
          label={alertSentence(props.alert)}
          note={levelWords(props.alert)}
        />
        <p class="alert-line__about">
          <Show when={code()}>
            <strong>{showCode(code())}</strong>
          </Show>{' '}
          {about()}
        </p>
        <p class="alert-line__small">{small()}</p>
      </div>
      <div class="alert-line__acts">
        <Show when={props.onAcknowledge}>
          {(go) => (
            <Button
              variant={props.primary ? 'primary' : 'secondary'}
              busy={props.alert.pending === true}
              onClick={() => go()()}
            >
              {t('alerts.acknowledge')}
            </Button>
          )}
        </Show>
        <LinkButton href={props.href} label={t('alerts.open', { code: code() && showCode(code()) })}>
          {t('alerts.open.short')}
        </LinkButton>
      </div>
    </li>
  )
}
