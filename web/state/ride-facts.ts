import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

import { isActive, type Ride } from '#shared/rides/ride.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { filedAt } from '#shared/wire/act-time.ts'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { type KeptFacts, makeRideFacts, type RideFacts } from '#web/sync/ride-facts.ts'
import type { Work } from '#web/sync/work.ts'
import { reportFault, useEngine, work } from './engine.ts'
import type { Opened } from './opened.ts'
import { rideContacts } from './ride-contacts.ts'
import { myOrgs } from './session.ts'
import { skew } from './skew.ts'

export type { RideFacts }

const storeOf = async (running: Work) => {
  const { db } = await useEngine()
  return makeRideFacts(db, running.sealer, running.person, Date.now)
}

type Shown = {
  /** Undefined while neither the server nor this phone has them. */
  facts: Accessor<RideFacts | undefined>
  /** They are not the server's of now but what this phone kept, since this instant. */
  keptAt: Accessor<string | undefined>
}

/** What a ride's screen needs of the patient: as just fetched, or as this phone kept it of its own ride. */
export function createRideFacts(ride: () => Ride, detail: Opened<TransferDetail>): Shown {
  const [kept, setKept] = createSignal<KeptFacts>()
  const transfer = () => ride().transfer
  const isRefused = () => 'refused' in (detail.error() ?? {})
  // A colleague's too: the next shift may take it over where there is no signal.
  const isOwn = () => isActive(ride()) && myOrgs('crew').includes(ride().vehicle)
  const withStore = (run: (store: ReturnType<typeof makeRideFacts>) => Promise<void>) => {
    const running = work()
    if (running !== undefined) storeOf(running).then(run).catch(reportFault)
  }
  let gone = false
  onCleanup(() => {
    gone = true
  })
  createEffect(
    on([work, transfer], ([, id]) => {
      setKept(undefined)
      withStore(async (store) => {
        const found = await store.load(id)
        if (!gone && id === transfer() && !isRefused()) setKept(found)
      })
    }),
  )
  createEffect(
    on([work, detail.data, isOwn], ([, data, own]) => {
      const facts = data && factsOf(data)
      if (data === undefined || !own) return
      withStore((store) => (facts ? store.save(data.transfer.id, facts) : store.clear(data.transfer.id)))
    }),
  )
  // Not this person's to see any more: what was kept goes at once.
  createEffect(
    on(isRefused, (refused) => {
      if (!refused) return
      setKept(undefined)
      withStore((store) => store.clear(transfer()))
    }),
  )
  const facts = () => {
    const data = detail.data()
    return data === undefined ? kept()?.facts : factsOf(data)
  }
  /** Kept by this phone's own clock. */
  const keptAt = () => {
    const at = detail.data() === undefined ? kept()?.savedAt : undefined
    return at && filedAt({ at, ...skew() })
  }
  return { facts, keptAt }
}

/** No more than the screen shows. */
function factsOf(detail: TransferDetail): RideFacts | undefined {
  if (detail.clinical === null) return undefined
  return { clinical: needsOf(detail.clinical), contacts: rideContacts(detail) }
}

const needsOf = ({
  age,
  sex,
  isolation,
  support,
  flow,
  fio2,
  treatmentLimits,
}: Clinical): RideFacts['clinical'] => ({
  treatmentLimits,
  age,
  sex,
  isolation,
  support,
  ...(flow === undefined ? {} : { flow }),
  ...(fio2 === undefined ? {} : { fio2 }),
})

const EVERY_MS = 15 * 60_000

/** What is kept of a ride goes when it ends, on whatever screen the crew is. */
export async function sweepWithRides(running: Work): Promise<void> {
  const { db, watchDb } = await useEngine()
  const store = makeRideFacts(db, running.sealer, running.person, Date.now)
  const sweep = () => {
    if (work() === running) store.sweep().catch(reportFault)
    else stop()
  }
  const timer = setInterval(sweep, EVERY_MS)
  const unwatch = watchDb(() => db.rides.toArray(), sweep, reportFault)
  const stop = () => {
    clearInterval(timer)
    unwatch()
  }
}
