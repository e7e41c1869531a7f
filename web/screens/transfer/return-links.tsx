import { For, Show } from 'solid-js'

import { showCode, type Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { createTransfer, createTransfers } from '#web/state/transfers.ts'

/** The way back and the way there are two transfers that know each other. */
export function ReturnLinks(props: { transfer: Transfer }) {
  const there = createTransfer(() => props.transfer.returnOf ?? '')
  const back = createTransfers((row) => row.returnOf === props.transfer.id)
  return (
    <>
      <Show when={there()}>
        {(row) => (
          <p>
            <a href={`/aanvragen/${row().id}`}>{t('transfers.return.of', { code: showCode(row().code) })}</a>
          </p>
        )}
      </Show>
      <For each={back()}>
        {(row) => (
          <p>
            <a href={`/aanvragen/${row.id}`}>{t('transfers.return.as', { code: showCode(row.code) })}</a>
          </p>
        )}
      </For>
    </>
  )
}
