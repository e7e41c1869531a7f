import { createSignal } from 'solid-js'

import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { Payload } from '#shared/wire/command.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Stepper } from '#web/parts/stepper.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { CentreSelect } from '#web/pieces/transport/centre-select.tsx'
import { now } from '#web/state/now.ts'

type Props = {
  centres: readonly string[]
  /** False: it was not taken, and the form stays as it is. */
  onStart: (team: Payload<'team.start'>) => Promise<boolean>
  onDone: () => void
}

/** The decision on an extra MICU team: of which centre, from when till when, what it costs in IC beds, and why. */
export function NewTeam(props: Props) {
  const team = crypto.randomUUID()
  const [centre, setCentre] = createSignal(props.centres.length === 1 ? props.centres[0] : undefined)
  const [from, setFrom] = createSignal<string>(now())
  const [until, setUntil] = createSignal<string>()
  const [icBeds, setBeds] = createSignal(0)
  const [reason, setReason] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const required = (absent: boolean) => (asked() && absent ? t('refusals.field.required') : undefined)
  const early = () => {
    const end = until()
    return asked() && end !== undefined && end <= from() ? t('dayBoard.team.untilLater') : undefined
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    const [where, end, why] = [centre(), until(), reason().trim()]
    if (busy() || where === undefined || end === undefined || end <= from()) return
    if (why === '' || why.length > FREE_TEXT_MAX) return
    setBusy(true)
    const decided = { team, centre: where, from: from(), until: end, icBeds: icBeds(), reason: why }
    if (await props.onStart(decided)) props.onDone()
    else setBusy(false)
  }
  return (
    <form class="fleet__team" novalidate onSubmit={(event) => void submit(event)}>
      <Fields>
        <CentreSelect
          centres={props.centres}
          value={centre()}
          onChange={setCentre}
          error={required(centre() === undefined)}
        />
        <DateTimeField
          label={t('dayBoard.team.from')}
          value={from()}
          onChange={(at) => at && setFrom(at.toISOString())}
        />
        <DateTimeField
          label={t('dayBoard.team.until')}
          value={until()}
          onChange={(at) => setUntil(at?.toISOString())}
          error={required(until() === undefined) ?? early()}
        />
        <Stepper label={t('dayBoard.team.beds')} value={icBeds()} onChange={setBeds} min={0} max={20} />
        <p class="fleet__facts">{t('dayBoard.team.bedsHint')}</p>
        <TextArea
          label={t('common.reason')}
          value={reason()}
          rows={2}
          limit={FREE_TEXT_MAX}
          onChange={setReason}
          error={required(reason().trim() === '')}
        />
        <Fields row>
          <Button type="submit" variant="primary" busy={busy()}>
            {t('dayBoard.team.start')}
          </Button>
          <Button onClick={props.onDone}>{t('common.cancel')}</Button>
        </Fields>
      </Fields>
    </form>
  )
}
