import { type Accessor, createSignal, onCleanup } from 'solid-js'

import { awaitsPlan, type WhatIf } from '#shared/matching/plan-facts.ts'
import type { Bed } from '#shared/terms.ts'
import type { PlanAnswer, PlanDesk, PlanJob, PlanRow, PlanRows, PlanView } from '#shared/wire/plans.ts'
import { type Came, change, read, write } from './access.ts'
import { lockSession } from './lock-session.ts'
import { createOpened, type Opened, type Trouble } from './opened.ts'
import { mirror } from './rows.ts'
import { loseSession } from './session.ts'

/** What there is to plan and the last proven plan; fetched again when another request waits, or one less. */
export const createPlanDesk = (bed: () => Bed): Opened<PlanDesk> =>
  createOpened(
    () => `/api/plans?bed=${bed()}`,
    () =>
      [...(mirror()?.transfers.values() ?? [])]
        .filter((row) => awaitsPlan(row, bed()))
        .map(({ id }) => id)
        .sort()
        .join(),
  )

export type PlanRowsRead = {
  rows: Accessor<readonly PlanRow[] | undefined>
  trouble: Accessor<Trouble | undefined>
  load: (plan: string) => void
}

/** All rows of a plan, page by page; in memory only. */
export function createPlanRows(): PlanRowsRead {
  const [rows, setRows] = createSignal<readonly PlanRow[]>()
  const [trouble, setTrouble] = createSignal<Trouble>()
  let asked = 0
  onCleanup(() => {
    asked += 1
  })
  async function load(plan: string): Promise<void> {
    const mine = ++asked
    const found: PlanRow[] = []
    setTrouble(undefined)
    for (let next: number | null = 0; next !== null; ) {
      const came: Came<PlanRows> = await read(`/api/plans/${plan}/rows?after=${next}`)
      if (mine !== asked) return
      if (!('ok' in came)) {
        setTrouble(troubleOf(came))
        return
      }
      found.push(...came.ok.rows)
      next = came.ok.next
    }
    setRows(found)
  }
  return { rows, trouble, load: (plan) => void load(plan).catch(report) }
}

export type Planning = {
  /** The plan being made, or how the last one ended. */
  job: Accessor<PlanJob | undefined>
  plan: Accessor<PlanView | undefined>
  trouble: Accessor<Trouble | undefined>
  isBusy: Accessor<boolean>
  start: (bed: Bed, whatIf?: WhatIf) => void
  /** Goes on with one that was asked for elsewhere, or before this screen was opened. */
  resume: (job: PlanJob) => void
  cancel: () => void
}

const WAIT_SECONDS = 15

/** One plan asked for and followed to its end. */
export function createPlanning(onEnd: (answer: PlanAnswer) => void): Planning {
  const [job, setJob] = createSignal<PlanJob>()
  const [plan, setPlan] = createSignal<PlanView>()
  const [trouble, setTrouble] = createSignal<Trouble>()
  const [asking, setAsking] = createSignal(false)
  let following = 0
  onCleanup(() => {
    following += 1
  })
  const isOn = () => isActive(job())
  async function follow(first: PlanJob): Promise<void> {
    const mine = ++following
    setJob(first)
    for (let seen = `${first.state}:${first.stage ?? ''}`; ; ) {
      const came: Came<PlanAnswer> = await read(`/api/plans/${first.id}?wait=${WAIT_SECONDS}&seen=${seen}`)
      if (mine !== following) return
      if (!('ok' in came)) {
        setTrouble(troubleOf(came))
        setJob(undefined)
        return
      }
      setJob(came.ok.job)
      if (came.ok.job.ended !== null) {
        if (came.ok.plan !== null) setPlan(came.ok.plan)
        onEnd(came.ok)
        return
      }
      seen = `${came.ok.job.state}:${came.ok.job.stage ?? ''}`
    }
  }
  async function begin(bed: Bed, whatIf?: WhatIf): Promise<void> {
    if (asking() || isOn()) return
    setAsking(true)
    setTrouble(undefined)
    try {
      const came = await write<PlanJob>('/api/plans', { bed, ...(whatIf ? { whatIf } : {}) })
      if ('ok' in came) void follow(came.ok).catch(report)
      else setTrouble(troubleOf(came))
    } finally {
      setAsking(false)
    }
  }
  async function stop(): Promise<void> {
    const at = job()
    const wrong = at && (await takeBack(at.id))
    if (wrong !== undefined) setTrouble(wrong)
  }
  return {
    job,
    plan,
    trouble,
    isBusy: () => asking() || isOn(),
    start: (bed, whatIf) => void begin(bed, whatIf).catch(report),
    resume: (at) => {
      if (!isOn() && at.id !== job()?.id) void follow(at).catch(report)
    },
    cancel: () => void stop().catch(report),
  }
}

const isActive = (job: PlanJob | undefined): boolean => job?.state === 'queued' || job?.state === 'running'

/** One that ended meanwhile has its own end to tell. */
async function takeBack(id: string): Promise<Trouble | undefined> {
  const came = await change('DELETE', `/api/plans/${id}`)
  return 'ok' in came || 'refused' in came ? undefined : troubleOf(came)
}

const report = (fault: unknown): void => console.error('plan', fault)

function troubleOf<T>(came: Exclude<Came<T>, { ok: T }>): Trouble {
  if ('refused' in came) return { refused: came.refused }
  const outage = 'outage' in came ? came.outage : 'server'
  if (outage === 'session') loseSession()
  if (outage === 'locked') lockSession()
  return { outage }
}
