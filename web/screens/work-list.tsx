import { createMemo, For, Match, Show, Switch } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Section } from '#web/parts/section.tsx'
import { TransferLine } from '#web/pieces/transfers/transfer-line.tsx'
import { type Work, workOf } from '#web/pieces/transfers/work-order.ts'
import { leadsSomewhere } from '#web/routes.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { sendNow } from '#web/state/outbox.ts'
import { now } from '#web/state/now.ts'
import { createRides } from '#web/state/rides.ts'
import { me, myRoles } from '#web/state/session.ts'
import { createTransfers } from '#web/state/transfers.ts'

import './work-list.css'

/** What waits for me first, then what runs, then what ended: one list for every role. */
export default function WorkList() {
  const transfers = createTransfers()
  const rides = createRides()
  const work = createMemo(() => {
    const rows = transfers()
    const driven = rides()
    return rows && driven && workOf(rows, driven, me(), now())
  })
  /** Rows from the phone alone say nothing where none was ever fetched. */
  const isKnown = () => syncedAt() !== null
  const isEmpty = () => {
    const found = work()
    return found !== undefined && found.mine.length + found.running.length + found.ended.length === 0
  }
  const mayAsk = () => leadsSomewhere('/aanvraag', myRoles())
  return (
    <>
      <header class="work-list__head">
        <h1>{t('app.title.work')}</h1>
        <Show when={mayAsk()}>
          <LinkButton variant="primary" icon="plus" href="/aanvraag">
            {t('app.work.newRequest')}
          </LinkButton>
        </Show>
      </header>
      <Switch fallback={<Lists work={work()} />}>
        <Match when={isEmpty() && !isKnown() && connection() === 'offline'}>
          <Empty
            kind="failed"
            title={t('app.work.notLoaded')}
            action={<Button onClick={sendNow}>{t('common.retry')}</Button>}
          >
            {t('app.work.notLoadedText')}
          </Empty>
        </Match>
        <Match when={work() === undefined || (isEmpty() && !isKnown())}>
          <Loading rows={8} />
        </Match>
        <Match when={isEmpty()}>
          <Empty kind="nothing" title={t('app.work.nothingAtAll')}>
            <AsOf />
          </Empty>
        </Match>
      </Switch>
    </>
  )
}

function AsOf() {
  return (
    <Show when={syncedAt()}>{(at) => <>{t('app.work.nothingText', { time: moment(at(), now()) })}</>}</Show>
  )
}

const ENDED_SHOWN = 20

function Lists(props: { work: Work | undefined }) {
  return (
    <Show when={props.work}>
      {(work) => (
        <>
          <Section title={t('app.work.waitsForYou')} side={work().mine.length}>
            <Show
              when={work().mine.length > 0}
              fallback={
                <Empty kind="nothing" title={t('app.work.nothingForYou')}>
                  <AsOf />
                </Empty>
              }
            >
              <Lines items={work().mine} mine />
            </Show>
          </Section>
          <Show when={work().running.length > 0}>
            <Section title={t('app.work.running')} side={work().running.length}>
              <Lines items={work().running} />
            </Section>
          </Show>
          <Show when={work().ended.length > 0}>
            <Disclosure label={t('app.work.ended')} note={String(work().ended.length)}>
              <Lines items={work().ended.slice(0, ENDED_SHOWN)} />
            </Disclosure>
          </Show>
        </>
      )}
    </Show>
  )
}

function Lines(props: { items: Work['mine']; mine?: boolean }) {
  const hrefOf = (item: Work['mine'][number]) =>
    item.hrefs.find((href) => leadsSomewhere(href, myRoles())) ?? '/'
  return (
    <ul>
      <For each={props.items}>
        {(item) => (
          <li>
            <TransferLine
              transfer={item.transfer}
              ride={item.ride}
              now={now()}
              mine={props.mine}
              href={hrefOf(item)}
            />
          </li>
        )}
      </For>
    </ul>
  )
}
