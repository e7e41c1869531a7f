import { createMemo, For, type JSX, Show } from 'solid-js'

import type { Bed } from '#shared/terms.ts'
import { showCode, type Transfer } from '#shared/transfers/transfer.ts'
import { isNamed, type PairProgress } from '#shared/wishes/progress.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { TransferCode } from '#web/pieces/transfers/transfer-cells.tsx'
import { createActing } from '#web/screens/create-acting.ts'
import { myOrgs } from '#web/state/session.ts'
import type { ShownTransfer } from '#web/state/transfers.ts'

import type { Wishes } from './create-wishes.ts'

/** An RCPS names patients of its own for the movements that are wanted from its region. */
export function NamePatients(props: { bed: Bed; wishes: Wishes }) {
  const own = (region: string) => myOrgs('rcps').includes(region)
  const pairs = createMemo(() =>
    (props.wishes.progress()?.pairs ?? []).filter(({ from, wanted }) => own(from) && wanted > 0),
  )
  const ofRegion = () => (props.wishes.transfers() ?? []).filter(({ fromRegion }) => own(fromRegion))
  const named = createMemo(() => ofRegion().filter((row) => isNamed(row, props.wishes.day(), props.bed)))
  const free = createMemo(() => ofRegion().filter((row) => mayBeNamed(row, props.bed)))
  return (
    <Show when={pairs().length > 0}>
      <Section title={t('wishes.name')}>
        <ul class="wish-pairs">
          <For each={pairs()}>
            {({ to, named: count, wanted }) => (
              <li>{t('wishes.name.to', { region: regionName(to), named: count, wanted })}</li>
            )}
          </For>
        </ul>
        <p class="wish-hint">{t('wishes.name.hint')}</p>
        <ul class="wish-names">
          <For each={free()} fallback={<li class="wish-hint">{t('wishes.name.none')}</li>}>
            {(transfer) => <FreeLine transfer={transfer} pairs={pairs()} />}
          </For>
          <For each={named()}>{(transfer) => <NamedLine transfer={transfer} />}</For>
        </ul>
      </Section>
    </Show>
  )
}

const mayBeNamed = ({ bed, purpose, state, wish }: Transfer, of: Bed): boolean =>
  bed === of && purpose === 'spreading' && state === 'matching' && wish == null

function Who(props: { transfer: ShownTransfer; children?: JSX.Element }) {
  return (
    <span class="wish-names__who">
      <strong>
        <TransferCode code={props.transfer.code} />
      </strong>
      <span>{hospitalName(props.transfer.from)}</span>
      {props.children}
    </span>
  )
}

function FreeLine(props: { transfer: ShownTransfer; pairs: readonly PairProgress[] }) {
  const { run, busy, stopped } = createActing(() => props.transfer.id)
  return (
    <li class="wish-names__line">
      <Who transfer={props.transfer} />
      <span class="wish-names__acts">
        <span class="wish-names__lead" aria-hidden="true">
          {t('wishes.name.lead')}
        </span>
        <For each={props.pairs}>
          {({ to }) => (
            <Button
              busy={busy()}
              label={t('wishes.name.act', { code: showCode(props.transfer.code), region: regionName(to) })}
              onClick={() => void run('transfer.name', { transfer: props.transfer.id, to })}
            >
              {regionName(to)}
            </Button>
          )}
        </For>
      </span>
      <Show when={stopped()}>{(why) => <ActStop stopped={why()} />}</Show>
    </li>
  )
}

const RIDING = ['in-transit', 'arrived', 'closed']

function NamedLine(props: { transfer: ShownTransfer }) {
  const { run, busy, stopped } = createActing(() => props.transfer.id)
  return (
    <li class="wish-names__line">
      <Who transfer={props.transfer}>
        <span class="wish-hint">
          {t('wishes.name.for', { region: regionName(props.transfer.wish?.to ?? '') })}
          {' · '}
          {term('state', props.transfer.state)}
          <Show when={props.transfer.pending}>{` · ${t('wishes.pending')}`}</Show>
        </span>
      </Who>
      <Show when={!RIDING.includes(props.transfer.state)}>
        <Button
          variant="quiet"
          busy={busy()}
          onClick={() => void run('transfer.unname', { transfer: props.transfer.id })}
        >
          {t('wishes.name.back')}
        </Button>
      </Show>
      <Show when={stopped()}>{(why) => <ActStop stopped={why()} />}</Show>
    </li>
  )
}
