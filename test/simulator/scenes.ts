// Moments at which two people want the same thing, or one phone tells a whole ride in the wrong order.
import type { Beds } from '#shared/beds/beds.ts'
import { RIDE_LINE_STATES } from '#shared/rides/ride.ts'
import { type Morning, RECEIVING, VEHICLES } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Choice } from './choices.ts'
import type { FaultName } from './history.ts'
import type { Phone } from './phone.ts'
import { uuidOf } from './virtual-time.ts'
import type { World } from './world.ts'

type Wants = (choice: Choice) => boolean
/** Who must be there, and what they do from this moment on. */
export type Scene = { people: string[]; play: (phones: Phone[], at: number) => void }

const is =
  (name: Choice['name'], subject?: string): Wants =>
  (choice) =>
    choice.name === name && (subject === undefined || choice.subject === subject)

/** All reach for one vehicle. */
const sameVehicle =
  (subject: string | undefined): Wants =>
  (choice) =>
    is('ride.plan', subject)(choice) && Object.assign(choice.payload, { vehicle: VEHICLES[1] }) !== null

const reportsFull: Wants = (choice) => {
  if (choice.name !== 'beds.report') return false
  const report = choice.payload as Pick<Beds, 'operational' | 'occupied'>
  report.operational = report.occupied
  return true
}

export class Scenes {
  private readonly world: World
  private readonly morning: Morning
  private readonly chance: Chance

  constructor(world: World, morning: Morning) {
    this.world = world
    this.morning = morning
    this.chance = world.chance('scenes')
  }

  all(): Scene[] {
    const { morning } = this
    const desks = [`bed-desk@${RECEIVING[0]}`, `bed-desk-2@${RECEIVING[0]}`]
    const transport = ['transport-desk@micu-umc-utrecht', 'transport-desk-2@micu-umc-utrecht']
    const claims = is('transfer.claim', morning.unclaimed[0])
    return [
      this.race(
        'F7 race for a bed',
        desks,
        morning.lastBed.map((one) => is('reservation.confirm', one)),
      ),
      this.race('F7 race for a vehicle', transport, morning.unplanned.map(sameVehicle)),
      this.race('F7 race for a claim', ['lcps@nl', 'lcps-2@nl'], [claims, claims]),
      this.withdrawal(),
      this.departure(),
      this.scrambled(),
    ]
  }

  private race(fault: FaultName, people: string[], wants: readonly Wants[]): Scene {
    const never: Wants = () => false
    return {
      people,
      play: (phones, at) =>
        this.meet(
          fault,
          at,
          phones.map((phone, index) => ({ phone, wants: wants[index] ?? never })),
        ),
    }
  }

  /** Both do it at the same moment, if both can. */
  private meet(fault: FaultName, at: number, who: readonly { phone: Phone; wants: Wants }[]): void {
    const { world, chance } = this
    world.after(at, async () => {
      const found = await Promise.all(
        who.map(async ({ phone, wants }) => (await world.choices(phone, chance)).find(wants)),
      )
      if (found.some((choice) => choice === undefined)) return
      world.history.inject(fault, found.map((choice) => choice?.name).join(' and '))
      await Promise.all(
        who.map(async ({ phone }, index) => {
          const choice = found[index]
          await world.wait(chance.between(0, 60))
          if (choice !== undefined) await world.tap(phone, choice, chance)
        }),
      )
    })
  }

  /** The bed goes while it is being confirmed: retracted, moved, declined by a colleague, or reported full. */
  private withdrawal(): Scene {
    const { offered } = this.morning
    const other = this.chance.pick([
      { person: 'lcps@nl', wants: is('reservation.retract', offered) },
      { person: 'rcps@azo', wants: is('reservation.move', offered) },
      { person: `bed-desk-2@${RECEIVING[1]}`, wants: is('reservation.decline', offered) },
      { person: `bed-desk-2@${RECEIVING[1]}`, wants: reportsFull },
    ])
    const confirms = is('reservation.confirm', offered)
    return this.race('F8 bed withdrawn', [`bed-desk@${RECEIVING[1]}`, other.person], [confirms, other.wants])
  }

  /** The crew stands at the bed; it leaves, and the request is withdrawn. */
  private departure(): Scene {
    const { world, chance } = this
    const { planned } = this.morning
    return {
      people: [`crew@${VEHICLES[0]}`, 'intensivist@umc-utrecht'],
      play: ([crew, referrer], at) => {
        if (crew === undefined || referrer === undefined) return
        const steps = ['ride.accept', 'ride.advance', 'ride.advance'] as const
        steps.forEach((name, index) => {
          world.after(at + index * 600, async () => {
            const choice = (await world.choices(crew, chance)).find(is(name, planned))
            if (choice !== undefined) await world.tap(crew, choice, chance)
          })
        })
        this.meet('F9 withdraw against depart', at + 2_000, [
          {
            phone: crew,
            wants: (choice) => is('ride.advance', planned)(choice) && 'check' in choice.payload,
          },
          { phone: referrer, wants: is('transfer.withdraw', planned) },
        ])
      },
    }
  }

  /** A whole ride told late by a phone whose steps overtake each other, some of them twice. */
  private scrambled(): Scene {
    const { world, chance } = this
    return {
      people: [`crew@${VEHICLES[0]}`],
      play: ([crew], at) => {
        if (crew === undefined) return
        world.after(at, async () => {
          world.history.inject('F4 steps scrambled', crew.name)
          const start = world.time.now - RIDE_LINE_STATES.length * 60_000
          const steps = RIDE_LINE_STATES.map((to, index) => ({ to, at: start + index * 60_000 }))
          for (const step of chance.shuffle(steps)) await this.tell(crew, step.to, step.at)
        })
      },
    }
  }

  private async tell(phone: Phone, to: string, ms: number): Promise<void> {
    const { world, chance, morning } = this
    const id = uuidOf(chance.bytes(16))
    const name = to === 'accepted' ? 'ride.accept' : 'ride.advance'
    const step = to === 'accepted' ? {} : { to, ...(to === 'departed' ? { override: 'papier weg' } : {}) }
    const at = new Date(ms).toISOString()
    const body = JSON.stringify({ id, name, at, payload: { ride: morning.ride, ...step } })
    const asked = { path: '/api/commands', method: 'POST', body, cookie: phone.cookie }
    world.told.add(id)
    for (let times = chance.odds(0.3) ? 2 : 1; times > 0; times -= 1) {
      const reply = await world.server.handle(asked)
      world.history.say(`scrambled ${to}`, reply?.text.slice(0, 200) ?? 'no answer')
      await world.wait(chance.between(0, 300))
    }
  }
}
