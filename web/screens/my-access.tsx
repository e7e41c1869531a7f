import { createResource, createSignal, Match, Show, Switch } from 'solid-js'

import type { OwnPasskey, OwnSession } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Section } from '#web/parts/section.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'
import { NotInDemo } from '#web/pieces/access/not-in-demo.tsx'
import { OwnPasskeys } from '#web/pieces/access/own-passkeys.tsx'
import { OwnSessions } from '#web/pieces/access/own-sessions.tsx'
import {
  addPasskey,
  type Came,
  dropPasskey,
  endOwnSession,
  ownPasskeys,
  ownSessions,
} from '#web/state/access.ts'
import { now } from '#web/state/now.ts'
import { session } from '#web/state/session.ts'

import './my-access.css'

/** Where one is signed in, and with which passkeys one can be. */
export default function MyAccess() {
  return (
    <>
      <PageHead title={t('session.access.title')} />
      <Show when={session()?.demo !== true} fallback={<NotInDemo />}>
        <Own />
      </Show>
    </>
  )
}

function Own() {
  const [sessions, { refetch: readSessions }] = createResource(ownSessions)
  const [passkeys, { refetch: readPasskeys }] = createResource(ownPasskeys)
  const [busy, setBusy] = createSignal<string>()
  const [trouble, setTrouble] = createSignal<Trouble>()

  const act = async (key: string, work: () => Promise<Came>, done: string, again: () => unknown) => {
    if (busy() !== undefined) return
    setBusy(key)
    setTrouble(undefined)
    const came = await work()
    setBusy(undefined)
    if (!('ok' in came)) return setTrouble(came)
    announce(done, 'polite')
    void again()
  }
  const end = ({ id }: OwnSession) =>
    act(id, () => endOwnSession(id), t('session.access.ended'), readSessions)
  const drop = ({ id }: OwnPasskey) =>
    act(id, () => dropPasskey(id), t('session.access.dropped'), readPasskeys)
  const add = () => act('add', addPasskey, t('session.access.added'), readPasskeys)
  const readAgain = () => {
    void readSessions()
    void readPasskeys()
  }
  const bothLoaded = () => {
    const [first, second] = [sessions.latest, passkeys.latest]
    return first && second && 'ok' in first && 'ok' in second
      ? { sessions: first.ok, passkeys: second.ok }
      : undefined
  }
  return (
    <>
      <CameTrouble trouble={trouble()} />
      <Switch fallback={<Loading rows={6} />}>
        <Match when={bothLoaded()}>
          {(loaded) => (
            <>
              <Section title={t('session.access.sessions')}>
                <OwnSessions sessions={loaded().sessions} now={now()} busy={busy()} onEnd={end} />
              </Section>
              <Section title={t('session.access.passkeys')}>
                <Show
                  when={loaded().passkeys.length > 0}
                  fallback={
                    <Empty kind="nothing" title={t('session.access.noPasskeys')}>
                      {t('session.access.noPasskeysText')}
                    </Empty>
                  }
                >
                  <OwnPasskeys passkeys={loaded().passkeys} now={now()} busy={busy()} onDrop={drop} />
                </Show>
                <div class="my-access__add">
                  <Button icon="plus" busy={busy() === 'add'} onClick={() => void add()}>
                    {t('session.access.add')}
                  </Button>
                </div>
              </Section>
            </>
          )}
        </Match>
        <Match when={!sessions.loading && !passkeys.loading}>
          <Empty
            kind="failed"
            title={t('common.load.failed')}
            action={<Button onClick={readAgain}>{t('common.retry')}</Button>}
          >
            {t('session.trouble.outage')}
          </Empty>
        </Match>
      </Switch>
    </>
  )
}
