import { createUniqueId, type JSX, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { StateShape } from './state-mark.tsx'

import './field.css'

/** What every field has in common. */
export type FieldText = {
  label: string
  hint?: string | undefined
  /** What is wrong and what to do; tied to the control, and its presence makes the control invalid. */
  error?: string | undefined
  /** The control's id, when an ErrorSummary must be able to point at it. */
  id?: string | undefined
  /** Says that it may stay empty. */
  optional?: boolean | undefined
}

/** What the control must carry to be tied to its label, hint and error. */
export type Tied = {
  readonly id: string
  readonly describedBy: string | undefined
  readonly invalid: 'true' | undefined
}

function tie(props: FieldText): Tied & { hintId: string; errorId: string } {
  const made = createUniqueId()
  const id = () => props.id ?? made
  return {
    get id() {
      return id()
    },
    get hintId() {
      return `${id()}-hint`
    },
    get errorId() {
      return `${id()}-error`
    },
    get describedBy() {
      const ids = [props.hint && `${id()}-hint`, props.error && `${id()}-error`].filter(Boolean)
      return ids.length ? ids.join(' ') : undefined
    },
    get invalid() {
      return props.error ? 'true' : undefined
    },
  }
}

/** One control with its label, hint and error. */
export function Field(props: FieldText & { children: (tied: Tied) => JSX.Element }) {
  const tied = tie(props)
  return (
    <div class="field">
      <label class="field__label" for={tied.id}>
        <Words {...props} />
      </label>
      <Notes {...props} hintId={tied.hintId} errorId={tied.errorId} />
      {props.children(tied)}
    </div>
  )
}

/** Several controls under one question: a fieldset, its legend, hint and error. */
export function FieldGroup(props: FieldText & { children: (tied: Tied) => JSX.Element }) {
  const tied = tie(props)
  return (
    <fieldset class="field" id={tied.id} aria-describedby={tied.describedBy} tabindex="-1">
      <legend class="field__label">
        <Words {...props} />
      </legend>
      <Notes {...props} hintId={tied.hintId} errorId={tied.errorId} />
      {props.children(tied)}
    </fieldset>
  )
}

function Words(props: FieldText) {
  return (
    <>
      {props.label}
      <Show when={props.optional}>
        {' '}
        <span class="field__optional">{t('common.optional')}</span>
      </Show>
    </>
  )
}

function Notes(props: FieldText & { hintId: string; errorId: string }) {
  return (
    <>
      <Show when={props.hint}>
        <p class="field__hint" id={props.hintId}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field__error" id={props.errorId}>
          <StateShape state="stopped" /> {props.error}
        </p>
      </Show>
    </>
  )
}
