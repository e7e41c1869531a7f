import { For, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { term } from '#web/pieces/term.ts'

import type { PhasePreview as Preview, Speaks } from './phase-draft.ts'
import { scopeWords } from './phase-words.ts'

type Props = { preview: Preview; to: string; speaks: Speaks }

/** Whether this body may decide this change, with every reason against it in words (R1). */
export function PhasePreview(props: Props) {
  const mandate = () => term('body', props.preview.mandate)
  return (
    <Show
      when={props.preview.allowed}
      fallback={
        <Notice kind="stop" live="polite" title={t('phases.preview.refused')}>
          <ul>
            <For each={props.preview.reasons}>{(reason) => <li>{term('phase-reason', reason)}</li>}</For>
          </ul>
          <p>{t('phases.preview.mandate', { mandate: mandate() })}</p>
        </Notice>
      }
    >
      <Notice
        kind="done"
        live="polite"
        title={t('phases.preview.allowed', { body: term('body', props.speaks.decidedBy) })}
      >
        {t('phases.preview.allowedText', {
          from: props.preview.from,
          to: props.to,
          scope: scopeWords(props.speaks.scope).toLowerCase(),
          mandate: mandate(),
        })}
      </Notice>
    </Show>
  )
}
