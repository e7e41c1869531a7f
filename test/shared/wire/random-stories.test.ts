import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import type { CommandName } from '#shared/wire/command.ts'
import { plus, someBeds } from '#test/support/builders.ts'
import {
  bedFaults,
  movedHere,
  partFaults,
  revived,
  rideFaults,
  handOnFaults,
  vehicleFaults,
  windowFaults,
} from '#test/support/invariants.ts'
import { HOSPITALS, type Move, moveOn, patientFor, type Pick } from '#test/support/moves.ts'
import { Story } from '#test/support/story.ts'

const fewBeds = (): Beds[] =>
  HOSPITALS.map((at) => someBeds(at, 'ic', { operational: 106, occupied: 104, crisis: 104, boss: 1 }))

/** Numbers that only look random (mulberry32), so that a story is its seed and its length. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const pickFrom =
  (next: () => number): Pick =>
  (choices) =>
    choices[next() % choices.length] as (typeof choices)[number]

/** Often within undo's ten seconds. */
const SECONDS = [0, 4, 4, 4, 4, 60, 60, 600, 3600] as const

/** All rows but their revisions; since when is known of most, not of all; who stepped after a hand-over keeps the ride. */
const picture = (story: Story) =>
  [story.transfers, story.reservations, story.rides, story.beds].map((rows) =>
    [...rows.values()].map((row) => ({
      ...row,
      rev: 0,
      since: '',
      wrote: '',
      ...('legs' in row ? { crew: '' } : {}),
    })),
  )

/** Plays one story and returns the faults, with what was allowed. */
class Play {
  readonly story = new Story({ beds: fewBeds() })
  readonly base = new Map([...this.story.beds.values()].map(({ id, occupied }) => [id, occupied]))
  readonly faults: string[] = []
  readonly allowed: CommandName[] = []
  private lastRideStep: { move: Move; before: unknown } | null = null

  step(pick: Pick): void {
    const { story } = this
    story.now = plus(pick(SECONDS) / 60, story.now)
    const move = moveOn(story, patientFor(story, pick), pick)
    const before = picture(story)
    const states = new Map([...story.transfers.values()].map(({ id, state }) => [id, state]))
    const beds = new Map(story.beds)
    const decision = story.act(move.person, move.name as 'transfer.claim', move.payload as never)
    if ('refused' in decision) {
      this.faults.push(
        ...(JSON.stringify(picture(story)) === JSON.stringify(before) ? [] : ['a refusal changed a row']),
      )
      return
    }
    this.allowed.push(move.name)
    if (move.name === 'beds.report') this.rebase(move.payload as { hospital: string })
    this.faults.push(...this.checkConfirm(move, beds), ...this.checkUndo(move), ...revived(states, story))
    this.faults.push(...bedFaults(story, this.base), ...partFaults(story), ...rideFaults(story))
    if (move.name === 'ride.hand-on') this.faults.push(...handOnFaults(story, move.payload.ride))
    if (move.name === 'ride.plan' || move.name === 'ride.move') {
      this.faults.push(...vehicleFaults(story, move.payload.ride))
      this.faults.push(...windowFaults(story, move.payload.ride, move.payload.windowReason))
    }
    const stepped = ['ride.advance', 'ride.accept', 'ride.divert'].includes(move.name)
    this.lastRideStep = stepped ? { move, before } : null
  }

  private rebase({ hospital }: { hospital: string }): void {
    const id = bedsId(hospital, 'ic')
    this.base.set(id, this.story.bedsAt(hospital).occupied - movedHere(this.story, id))
  }

  /** A bed is given only where one was free just before. */
  private checkConfirm({ name, payload }: Move, beds: ReadonlyMap<string, Beds>): string[] {
    if (name !== 'reservation.confirm' && name !== 'reservation.accept-counter') return []
    const { reservation } = payload as { reservation: string }
    const { hospital, transfer } = this.story.reservation(reservation)
    const row = beds.get(bedsId(hospital, 'ic'))
    if (row === undefined) return ['a bed where there are none']
    const { free, freeInclBoss } = freeBeds({ ...row, now: this.story.now })
    const room = this.story.transfer(transfer).kind === 'urgent' ? freeInclBoss : free
    return room > 0 ? [] : [`a bed given at ${hospital} where none was free`]
  }

  private checkUndo({ name, payload }: Move): string[] {
    const last = this.lastRideStep
    if (name !== 'ride.undo' || last === null) return []
    const { ride, step } = payload as { ride: string; step: string }
    const stepped = last.move.payload as { ride: string; to?: string }
    if (stepped.ride !== ride || (stepped.to ?? step) !== step) return []
    return JSON.stringify(picture(this.story)) === JSON.stringify(last.before)
      ? []
      : ['undo restored less than all']
  }
}

describe('whatever people do, in whatever order', () => {
  it('beds, vehicles and patients stay in step', () => {
    const seen = new Map<CommandName, number>()
    fc.assert(
      fc.property(fc.noShrink(fc.integer()), fc.noBias(fc.integer({ min: 1, max: 240 })), (seed, length) => {
        const play = new Play()
        const pick = pickFrom(numbersFrom(seed))
        for (let act = 0; act < length; act += 1) {
          play.step(pick)
          expect(play.faults).toEqual([])
        }
        for (const name of play.allowed) seen.set(name, (seen.get(name) ?? 0) + 1)
      }),
      { numRuns: 120 },
    )
    // Not an empty promise: the stories go all the way, and off the way.
    for (const name of [
      'transfer.verify',
      'transfer.hand-over',
      'reservation.confirm',
      'reservation.accept-counter',
      'reservation.decline',
      'reservation.move',
      'ride.move',
      'ride.undo',
      'ride.correct',
      'ride.note',
      'ride.abort',
      'ride.divert',
      'ride.decline',
      'ride.hand-on',
      'ride.take-over',
      'ride.eta',
      'ride.incident',
      'transfer.withdraw',
      'transfer.decease',
      'transfer.close',
      'beds.report',
    ] as const)
      expect(`${name}: ${(seen.get(name) ?? 0) > 0}`).toBe(`${name}: true`)
  }, 60_000)
})
