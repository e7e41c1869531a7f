import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'

import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { BoardMove, DayBoard } from '#shared/wire/day-board.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import type { Option } from '#web/parts/choice.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { windowWords } from '#web/pieces/transport/window-words.ts'

import { checkWords } from './check-words.ts'
import { checkPlan, type PlanCheck } from './plan-check.ts'
import type { Spot } from './timeline.tsx'

type Props = {
  board: DayBoard
  move: BoardMove
  wish: Partial<Spot>
  now: string
  /** It has a ride, which is moved; else a new one is planned. */
  moves: boolean
  busy: boolean
  onWish: (wish: Partial<Spot>) => void
  onPlan: (spot: Spot, reason: string | undefined) => void
  onClose: () => void
}

/** Where and when a move is driven: the fields of what the timeline shows, with what speaks against it. */
export function PlanForm(props: Props) {
  const [reason, setReason] = createSignal('')
  // The form stays and changes; a reason goes with its own move.
  createEffect(
    on(
      createMemo(() => props.move.transfer),
      () => setReason(''),
      { defer: true },
    ),
  )
  const spot = () => {
    const { vehicle, departAt } = props.wish
    return vehicle === undefined || departAt === undefined ? undefined : { vehicle, departAt }
  }
  const check = createMemo(() => {
    const at = spot()
    return at && checkPlan(props.board, props.move, at, props.now)
  })
  const lacksReason = () => check()?.reason != null && reason().trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const at = spot()
    if (at === undefined || props.busy || lacksReason() || check()?.stop != null) return
    props.onPlan(at, reason().trim() === '' ? undefined : reason().trim())
  }
  const vehicles = createMemo(() => vehiclesFor(props.move, props.board), [], { equals: isSameChoice })
  return (
    <form novalidate onSubmit={submit}>
      <Section
        title={t(props.moves ? 'dayBoard.move.title' : 'dayBoard.planTitle', {
          code: `${props.move.code.slice(0, 3)}-${props.move.code.slice(3)}`,
        })}
        side={
          <>
            <Show when={props.moves}>
              <LinkButton variant="quiet" href={`/vervoer/${props.move.transfer}`}>
                {t('dayBoard.move.open')}
              </LinkButton>
            </Show>
            <Button variant="quiet" onClick={() => props.onClose()}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        <Fields>
          <p>
            {hospitalName(props.move.from)} → {hospitalName(props.move.to)}
            <Show when={props.move.window}>{(window) => <> · {windowWords(window(), props.now)}</>}</Show>
          </p>
          <Select
            label={t('dayBoard.vehicle')}
            options={vehicles()}
            value={props.wish.vehicle}
            placeholder={t('dayBoard.chooseVehicle')}
            onChange={(vehicle) => props.onWish({ ...props.wish, vehicle })}
          />
          <DateTimeField
            label={t('dayBoard.depart')}
            value={props.wish.departAt}
            onChange={(at) =>
              props.onWish(at ? { ...props.wish, departAt: at.toISOString() } : onlyVehicle(props.wish))
            }
          />
          <Show when={check()}>
            {(found) => (
              <Against
                check={found()}
                now={props.now}
                onNext={(departAt) => props.onWish({ ...props.wish, departAt })}
              />
            )}
          </Show>
          <Show when={check()?.reason}>
            <TextArea
              label={t('dayBoard.reason')}
              value={reason()}
              limit={FREE_TEXT_MAX}
              rows={2}
              onChange={setReason}
            />
          </Show>
          <Button
            type="submit"
            variant="primary"
            busy={props.busy}
            disabled={spot() === undefined || check()?.stop != null || lacksReason()}
          >
            {t(props.moves ? 'dayBoard.move.do' : 'dayBoard.do')}
          </Button>
        </Fields>
      </Section>
    </form>
  )
}

const vehiclesFor = ({ fits }: BoardMove, { vehicles }: DayBoard): Option<string>[] =>
  fits.flatMap(({ vehicle: id }) => {
    const vehicle = vehicles.find((one) => one.id === id)
    return vehicle ? [{ value: id, label: `${vehicle.name} · ${term('vehicle', vehicle.kind)}` }] : []
  })

const isSameChoice = (before: readonly Option<string>[], after: readonly Option<string>[]): boolean =>
  before.length === after.length && before.every(({ value }, at) => value === after[at]?.value)

const onlyVehicle = ({ vehicle }: Partial<Spot>): Partial<Spot> => (vehicle === undefined ? {} : { vehicle })

type AgainstProps = { check: PlanCheck; now: string; onNext: (departAt: string) => void }

/** What stands in the way, and the nearest time at which nothing does. */
function Against(props: AgainstProps) {
  const words = () => checkWords(props.check, props.now)
  const isStopped = () => props.check.stop !== null
  const next = createMemo(() => (isStopped() ? props.check.next() : null))
  return (
    <Show when={words()}>
      {(said) => (
        <Notice
          kind={isStopped() ? 'stop' : 'warn'}
          live="polite"
          title={t('dayBoard.clash')}
          action={
            <Show when={next()}>
              {(free) => (
                <Button onClick={() => props.onNext(free())}>
                  {t('dayBoard.departThen', { at: moment(free(), props.now) })}
                </Button>
              )}
            </Show>
          }
        >
          {said()}
          <Show when={isStopped() && next() === null && props.check.stop !== 'unfit'}>
            {' '}
            {t('dayBoard.noNext')}
          </Show>
        </Notice>
      )}
    </Show>
  )
}
