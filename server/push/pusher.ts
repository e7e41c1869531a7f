// Tells the devices of whom an alert is for that there is work. After the commit, from the rows; each alert's level is
// told by one server, once, and not again: a push is a hint, the app finds everything without it. Started by start.ts.
import { ringsFor } from '#shared/alerts/alerted.ts'
import type { Membership, Person } from '#shared/access/parties.ts'
import { isRemindedOf } from '#shared/beds/remind.ts'
import { asksForAnswer } from '#shared/transport/help.ts'
import { log } from '#server/log.ts'
import { untoldAlerts } from '#server/store/alerts.ts'
import { untoldBeds } from '#server/store/beds.ts'
import {
  deleteSubscription,
  markReached,
  type Subscription,
  subscribedPersons,
  subscriptionsOf,
} from '#server/store/push-subscriptions.ts'
import { untoldHelp } from '#server/store/register.ts'
import type { Store } from '#server/store/store.ts'
import type { SendPush } from './send-push.ts'

const EVERY_MS = 5000
/** Alerts in one look, devices per alert, calls at the same time. */
const ALERTS = 50
const DEVICES = 200
const AT_ONCE = 8

/** Whoever is known and not disabled. */
type People = { find: (id: string) => Found | Promise<Found> }
type Found = Pick<Person, 'memberships'> | null | undefined
type Deps = { store: Store; people: People; now: () => Date; send: SendPush }
export type Pusher = {
  /** Tells what is untold now. */
  tick: () => Promise<void>
  /** Tells the devices of whoever this is for, now. */
  tell: (isFor: IsFor) => Promise<void>
  close: () => Promise<void>
}

export function startPusher(deps: Deps, everyMs = EVERY_MS): Pusher {
  let running: Promise<void> | null = null
  let again = false
  let closed = false
  const run = async () => {
    do {
      again = false
      await tellUntold(deps)
    } while (again && !closed)
  }
  const tick = () => {
    again = true
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
  const wake = () => {
    if (!closed) tick().catch((error: unknown) => log.error({ err: error }, 'devices could not be told'))
  }
  const timer = setInterval(wake, everyMs)
  const deafen = deps.store.listen(wake)
  return {
    tick,
    tell: (isFor) => tell(deps, isFor),
    async close() {
      closed = true
      clearInterval(timer)
      deafen()
      await running?.catch(() => undefined)
    },
  }
}

async function tellUntold(deps: Deps): Promise<void> {
  const { store } = deps
  for (const alert of await untoldAlerts.list(store.query, ALERTS)) {
    if (!(await untoldAlerts.take(store.query, alert))) continue
    await tell(deps, (held) => ringsFor(alert, held))
  }
  for (const beds of await untoldBeds.list(store.query, ALERTS))
    if (await untoldBeds.take(store.query, beds)) await tell(deps, (held) => isRemindedOf(beds, held))
  for (const help of await untoldHelp.list(store.query, ALERTS))
    if (await untoldHelp.take(store.query, help)) await tell(deps, (held) => asksForAnswer(help, held))
}

export type IsFor = (memberships: readonly Membership[]) => boolean

async function tell({ store, people, now, send }: Deps, isFor: IsFor): Promise<void> {
  const devices = await devicesFor(store, people, isFor)
  await inTurns(devices, async (device) => {
    const pushed = await send(device)
    if (pushed === 'gone') await deleteSubscription(store.query, device.endpoint)
    if (pushed === 'sent') await markReached(store.query, device.id, now().toISOString())
  })
}

async function devicesFor({ query }: Store, people: People, isFor: IsFor): Promise<Subscription[]> {
  const persons = await subscribedPersons(query)
  const meant: string[] = []
  for (const person of persons) if (isFor((await people.find(person))?.memberships ?? [])) meant.push(person)
  return subscriptionsOf(query, meant, DEVICES)
}

/** A few at the same time, one after the other in each lane. */
async function inTurns<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list]
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, left.length) }, lane))
}
