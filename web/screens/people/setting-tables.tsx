import { Show } from 'solid-js'

import type { LimitedAct } from '#shared/alerts/alert.ts'
import {
  type MinuteKind,
  NUMBER_NAMES,
  NUMBER_SETTINGS,
  type NumberName,
  OWN_SETTINGS,
} from '#shared/settings/setting.ts'
import type { HelpStep } from '#shared/transport/help.ts'
import { decisionOf, settingOf, type Settings } from '#shared/settings/setting-of.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { settingWords, valueWords } from '#web/pieces/settings/setting-words.ts'
import { now } from '#web/state/now.ts'

type Step = LimitedAct | HelpStep
type Opening = { settings: Settings; onOpen: (name: NumberName) => void }

/** The value that holds now, and whether somebody decided it; pressed, it opens. */
function Value(props: Opening & { name: NumberName }) {
  const value = () => settingOf(props.settings, props.name, now())
  const isOwn = () => value() !== NUMBER_SETTINGS[props.name]?.initial
  const words = () => valueWords(props.name, value())
  return (
    <Button
      variant="quiet"
      label={t('settings.change', { name: settingWords(props.name), value: words() })}
      onClick={() => props.onOpen(props.name)}
    >
      {words()}
      <Show when={isOwn()}>
        <span class="settings__own"> · {t('settings.own')}</span>
      </Show>
    </Button>
  )
}

/** The minutes of one kind, step by step, for urgent and planned. */
export function MinutesTable(props: Opening & { of: MinuteKind | 'help' }) {
  const acts = () => [
    ...new Set(
      NUMBER_NAMES.filter((name) => name.startsWith(`${props.of}.`)).map(
        (name) => name.split('.')[1] as Step,
      ),
    ),
  ]
  const value = (kind: 'urgent' | 'planned') => (act: Step) => (
    <Value
      name={`${props.of}.${act}.${kind}` as NumberName}
      settings={props.settings}
      onOpen={props.onOpen}
    />
  )
  const columns = (): Column<Step>[] => [
    { key: 'step', head: t('settings.step'), lead: true, cell: (act) => t(`settings.act.${act}`) },
    { key: 'urgent', head: t('settings.urgent'), end: true, cell: value('urgent') },
    { key: 'planned', head: t('settings.planned'), end: true, cell: value('planned') },
  ]
  return (
    <Section title={t(`settings.part.${props.of}`)}>
      <p class="settings__lead">{t(`settings.part.${props.of}Text`)}</p>
      <div class="settings__minutes">
        <DataTable
          caption={t(`settings.part.${props.of}`)}
          columns={columns()}
          rows={acts()}
          rowKey={(act) => act}
        />
      </div>
    </Section>
  )
}

const OWN = Object.keys(OWN_SETTINGS) as (keyof typeof OWN_SETTINGS)[]

/** Settings of their own: what each is for, what holds, since when. */
export function OwnTable(props: Opening) {
  const since = (name: NumberName) => {
    const decided = decisionOf(props.settings, name, now())
    return decided === undefined ? t('settings.initial') : moment(decided.inForceFrom, now())
  }
  const columns = (): Column<(typeof OWN)[number]>[] => [
    {
      key: 'name',
      head: t('settings.name'),
      lead: true,
      cell: (name) => (
        <>
          {settingWords(name)}
          <span class="settings__what">{t(`settings.of.${name}Text`)}</span>
        </>
      ),
    },
    { key: 'since', head: t('settings.since'), cell: since },
    {
      key: 'value',
      head: t('settings.value'),
      end: true,
      cell: (name) => <Value name={name} settings={props.settings} onOpen={props.onOpen} />,
    },
  ]
  return (
    <Section title={t('settings.part.other')}>
      <DataTable caption={t('settings.part.other')} columns={columns()} rows={OWN} rowKey={(name) => name} />
    </Section>
  )
}
