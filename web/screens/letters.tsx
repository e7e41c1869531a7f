import { useNavigate } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'

import type { LetterLine } from '#shared/wire/letters.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { TransferCode } from '#web/pieces/transfers/transfer-cells.tsx'
import { createLetters } from '#web/state/letters.ts'
import { now } from '#web/state/now.ts'

import './letters.css'

/** Moves that are over and whose letter this hospital has not taken over: opened, it can be printed. */
export default function Letters() {
  const go = useNavigate()
  const list = createLetters()
  return (
    <>
      <PageHead title={t('record.letters.title')}>
        <p class="letters__lead">{t('record.letters.text')}</p>
      </PageHead>
      <Show when={list.error() && list.data()}>
        <Notice
          kind="warn"
          title={t('record.letters.old', { time: moment(list.data()?.at ?? now(), now()) })}
          action={<Button onClick={list.refresh}>{t('common.retry')}</Button>}
        />
      </Show>
      <Switch fallback={<Loading rows={4} />}>
        <Match when={list.data()?.letters.length === 0}>
          <Empty kind="nothing" title={t('record.letters.none')}>
            {t('record.letters.noneText')}
          </Empty>
        </Match>
        <Match when={list.data()}>
          {(view) => (
            <>
              <LettersTable
                rows={view().letters}
                now={now()}
                onOpen={({ transfer }) => go(`/aanvragen/${transfer}`)}
              />
              <Show when={view().more > 0}>
                <p class="letters__lead">{t('record.letters.more', { count: view().more })}</p>
              </Show>
            </>
          )}
        </Match>
        <Match when={list.error()}>
          <Empty
            kind="failed"
            title={t('record.letters.failed')}
            action={<Button onClick={list.refresh}>{t('common.retry')}</Button>}
          >
            {t('record.letters.failedText')}
          </Empty>
        </Match>
      </Switch>
    </>
  )
}

type Props = { rows: readonly LetterLine[]; now: string; onOpen: (line: LetterLine) => void }

function LettersTable(props: Props) {
  const mark = ({ remindFrom }: LetterLine) => (
    <Show
      when={remindFrom <= props.now}
      fallback={<StateMark state="waiting" label={t('record.letters.waits')} />}
    >
      <StateMark state="acts" label={t('record.letters.late')} />
    </Show>
  )
  const route = ({ from, to }: LetterLine) => `${hospitalName(from)} → ${hospitalName(to)}`
  const goes = ({ goesAt }: LetterLine) => t('record.letters.goes', { at: moment(goesAt, props.now) })
  const columns = (): Column<LetterLine>[] => [
    {
      key: 'code',
      head: t('record.letters.code'),
      lead: true,
      cell: (line) => (
        <LeadCell
          beside={mark(line)}
          lines={
            <>
              <span class="letters__line">{route(line)}</span>
              <span class="letters__line">{goes(line)}</span>
            </>
          }
        >
          <TransferCode code={line.code} />
        </LeadCell>
      ),
    },
    { ...wideOnly('route', t('record.letters.route')), cell: route },
    { ...wideOnly('ended', t('record.letters.ended')), cell: ({ endedAt }) => moment(endedAt, props.now) },
    { ...wideOnly('goes', t('record.letters.goesAt')), cell: ({ goesAt }) => moment(goesAt, props.now) },
    { ...wideOnly('state', t('record.letters.state')), cell: mark },
  ]
  return (
    <DataTable
      caption={t('record.letters.title')}
      columns={columns()}
      rows={props.rows}
      rowKey={({ transfer }) => transfer}
      onOpen={props.onOpen}
    />
  )
}
