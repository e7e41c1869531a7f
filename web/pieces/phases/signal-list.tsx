import { For, Show } from 'solid-js'

import { THRESHOLDS } from '#shared/phases/signal-thresholds.ts'
import type { SignalsView } from '#shared/wire/shares.ts'
import { age, percent } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'

import { aboveWords, bossWords, stepWords } from './signal-words.ts'

import './signal-list.css'

/** What the figures say about the phase: each signal with its figures, and from when on it is one. Advice only. */
export function SignalList(props: { signals: SignalsView; now: string }) {
  const boss = () => props.signals.boss
  const counting = () => boss().regions.filter(({ counts }) => counts)
  const inUse = () => boss().regions.filter(({ inUse, counts }) => inUse > 0 && !counts)
  return (
    <>
      <p class="signal-list__text">
        {t('phases.signal.text')}{' '}
        <Show when={props.signals.figures.oldest}>
          {(at) => t('phases.signal.oldest', { age: age(at(), props.now) })}
        </Show>
      </p>
      <ul>
        <Line
          lit={boss().lit}
          title={t('phases.signal.boss', { count: boss().counting })}
          figures={[...counting(), ...inUse()].map(bossWords)}
          none={t('phases.signal.bossNone')}
          limit={t('phases.signal.bossLimit', {
            regions: THRESHOLDS.severalRegions,
            part: percent(THRESHOLDS.bossPart),
            reservations: THRESHOLDS.bossReservations,
          })}
        />
        <Line
          lit={props.signals.aboveKey.lit}
          title={t('phases.signal.above', { count: props.signals.aboveKey.groups.length })}
          figures={props.signals.aboveKey.groups.map(aboveWords)}
          none={t('phases.signal.aboveNone')}
          limit={t('phases.signal.aboveLimit', {
            part: percent(THRESHOLDS.overKeyPart),
            patients: THRESHOLDS.overKeyPatients,
          })}
        />
        <For each={props.signals.steps}>
          {(step, at) => (
            <Line
              lit={step.lit}
              title={stepWords(step)}
              figures={[]}
              none={undefined}
              limit={at() === props.signals.steps.length - 1 ? t('phases.signal.stepLimit') : undefined}
            />
          )}
        </For>
      </ul>
    </>
  )
}

type LineProps = {
  lit: boolean
  title: string
  figures: readonly string[]
  /** Stands there without figures. */
  none: string | undefined
  limit: string | undefined
}

function Line(props: LineProps) {
  const words = () => (props.figures.length > 0 ? props.figures.join(' · ') : props.none)
  return (
    <li class="signal-list__line">
      <StateMark
        state={props.lit ? 'stopped' : 'waiting'}
        label={props.title}
        note={t(props.lit ? 'phases.signal.lit' : 'phases.signal.unlit')}
      />
      <Show when={words()}>
        <span>{words()}</span>
      </Show>
      <Show when={props.limit}>
        <small class="signal-list__figures">{props.limit}</small>
      </Show>
    </li>
  )
}
