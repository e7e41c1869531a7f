import { createSignal, For, Show } from 'solid-js'

import { hospital } from '#shared/reference/hospitals.ts'
import type { PlanRow, PlanView } from '#shared/wire/plans.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { regionName } from '#web/pieces/place-name.ts'

import type { Accepting } from './create-accepting.ts'

type Props = { plan: PlanView; rows: readonly PlanRow[]; accepting: Accepting }

/** The plan's act: the chosen assignments become offers, once more looked at. */
export function AcceptBar(props: Props) {
  const [asking, setAsking] = createSignal(false)
  const open = () =>
    props.rows.filter((row) => row.hospital !== null && props.accepting.outcome(row).mayOffer)
  const count = () => props.accepting.chosen().length
  const send = () => {
    setAsking(false)
    void props.accepting.offer(props.plan)
  }
  return (
    <Show when={open().length > 0}>
      <ActionBar>
        <Button
          variant="primary"
          disabled={count() === 0}
          busy={props.accepting.busy()}
          onClick={() => setAsking(true)}
        >
          {t('plan.offer', { count: count() })}
        </Button>
        <Show
          when={count() === open().length}
          fallback={
            <Button onClick={() => props.accepting.choose(open(), true)}>
              {t('plan.chooseAll', { count: open().length })}
            </Button>
          }
        >
          <Button onClick={() => props.accepting.choose(open(), false)}>{t('plan.chooseNone')}</Button>
        </Show>
      </ActionBar>
      <Dialog
        open={asking()}
        title={t('plan.offer', { count: count() })}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button variant="primary" onClick={send}>
              {t('plan.offer.yes', { count: count() })}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
          </>
        }
      >
        <p>{t('plan.offer.text')}</p>
        <ul class="plan-screen__ways">
          <For each={waysOf(props.accepting.chosen())}>{(way) => <li>{way}</li>}</For>
        </ul>
      </Dialog>
    </Show>
  )
}

function waysOf(rows: readonly PlanRow[]): string[] {
  const counts = new Map<string, number>()
  for (const { from, hospital: to } of rows) {
    const way = `${hospital(from)?.region} ${hospital(to ?? '')?.region}`
    counts.set(way, (counts.get(way) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([way, count]) => {
      const [from = '', to = ''] = way.split(' ')
      return t('plan.way', { from: regionName(from), to: regionName(to), count })
    })
}
