import { createEffect, createSignal, on } from 'solid-js'

import { LCPS_ORG } from '#shared/access/parties.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { regions } from '#shared/reference/regions.ts'
import type { NewFeed } from '#shared/wire/capacity-feed.ts'
import { feedName } from '#shared/wire/payloads/beds.ts'
import { t } from '#web/i18n/t.ts'
import { Select } from '#web/parts/select.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { regionName } from '#web/pieces/place-name.ts'

import type { Trouble } from './came-trouble.tsx'
import { MakeDialog } from './make-dialog.tsx'
import { ShownOnce } from './shown-once.tsx'

type Props = {
  open: boolean
  onClose: () => void
  onMake: (name: string, scope: string) => Promise<{ ok: NewFeed } | Trouble>
}

const NAME_MAX = 30

/** A new source of bed figures: how it is called and whose figures it may send; then its token, this once. */
export function FeedDialog(props: Props) {
  const [name, setName] = createSignal('')
  const [scope, setScope] = createSignal<string>()
  const [made, setMade] = createSignal<NewFeed>()
  const [asked, setAsked] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [taken, setTaken] = createSignal<string>()
  const [trouble, setTrouble] = createSignal<Trouble>()
  createEffect(
    on(
      () => props.open,
      () => {
        setName('')
        setScope(undefined)
        setMade(undefined)
        setAsked(false)
        setTaken(undefined)
        setTrouble(undefined)
      },
    ),
  )
  const nameFault = () => {
    if (taken() === name().trim()) return t('admin.feeds.already')
    return asked() && !feedName.safeParse(name().trim()).success ? t('admin.feeds.nameWrong') : undefined
  }
  const make = async () => {
    setAsked(true)
    const [called, of] = [name().trim(), scope()]
    if (of === undefined || nameFault() !== undefined || busy()) return
    setBusy(true)
    setTrouble(undefined)
    const came = await props.onMake(called, of)
    setBusy(false)
    if ('ok' in came) setMade(came.ok)
    else if ('refused' in came && came.refused.code === 'already-exists') setTaken(called)
    else setTrouble(came)
  }
  return (
    <MakeDialog
      open={props.open}
      onClose={props.onClose}
      titles={[t('admin.feeds.new'), t('admin.feeds.made')]}
      make={t('admin.feeds.new')}
      onMake={() => void make()}
      busy={busy()}
      trouble={trouble()}
      made={made()}
      shown={(feed) => (
        <ShownOnce
          text={t('admin.feeds.madeText', { name: feed.name })}
          label={t('admin.feeds.token')}
          value={feed.token}
          copied={t('admin.feeds.copied')}
        />
      )}
    >
      <TextField
        label={t('admin.feeds.name')}
        hint={t('admin.feeds.nameHint')}
        value={name()}
        maxLength={NAME_MAX}
        error={nameFault()}
        onChange={setName}
      />
      <Select
        label={t('admin.feeds.scope')}
        placeholder={t('admin.feeds.scopeChoose')}
        options={scopes()}
        value={scope()}
        error={asked() && scope() === undefined ? t('admin.feeds.scopeNeeded') : undefined}
        onChange={setScope}
      />
    </MakeDialog>
  )
}

/** The nation and its regions, then each region's hospitals. */
const scopes = () => [
  {
    group: t('admin.feeds.wide'),
    options: [
      { value: LCPS_ORG, label: t('admin.feeds.nation') },
      ...regions.map(({ id }) => ({ value: id, label: regionName(id) })),
    ],
  },
  ...regions.map(({ id }) => ({
    group: regionName(id),
    options: hospitals
      .filter(({ region }) => region === id)
      .map((one) => ({ value: one.id, label: one.short }))
      .toSorted((a, b) => a.label.localeCompare(b.label)),
  })),
]
