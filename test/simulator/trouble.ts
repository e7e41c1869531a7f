// What befalls one phone: bad lines, dead tabs, wrong clocks, ended sessions, revoked roles, hints that come late.
import { PEOPLE } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Phone } from './phone.ts'
import type { World } from './world.ts'

const HOUR_MS = 3_600_000

export class Trouble {
  private readonly world: World
  private readonly chance: Chance
  /** How likely a common one is; rare ones are half or a quarter as likely. */
  private readonly odds: number

  constructor(world: World, odds: number) {
    this.world = world
    this.odds = odds
    this.chance = world.chance('trouble')
  }

  /** From its first moment. */
  fromStart(phone: Phone): void {
    const { world, chance, odds } = this
    if (chance.odds(odds / 2)) {
      phone.offset = chance.pick([-24, -3, 3, 24]) * HOUR_MS + chance.between(-600_000, 600_000)
      world.history.inject('F6 clock wrong', `${phone.name} ${phone.offset}`)
    }
    if (chance.odds(odds / 2)) {
      phone.isOld = true
      world.history.inject('F17 old client', phone.name)
    }
    phone.network.set({
      lossOut: chance.pick([0, 0.02, 0.1]),
      lossBack: chance.pick([0, 0.03, 0.12]),
      repeat: chance.pick([0, 0.05, 0.15]),
      delayed: chance.pick([0, 0.05, 0.15]),
      otherBody: chance.pick([0, 0.05, 0.1]),
      least: chance.pick([10, 40, 200]),
      spread: chance.pick([20, 200, 1500]),
    })
  }

  /** Somewhere before this moment. */
  during(phone: Phone, until: number): void {
    const { chance, odds, world } = this
    const often = () => chance.odds(odds)
    const seldom = () => chance.odds(odds / 2)
    const sometime = () => chance.between(3_000, until)
    if (often()) this.away(phone, sometime(), chance.between(2_000, 40_000), 'down')
    if (seldom()) this.away(phone, sometime(), chance.between(3_000, 30_000), 'portal')
    if (often()) world.after(sometime(), () => this.dies(phone))
    if (seldom()) this.diesWhileSending(phone)
    if (seldom()) world.after(sometime(), () => this.clockJumps(phone))
    if (seldom()) world.after(sometime(), () => this.sessionEnds(phone))
    if (chance.odds(odds / 4)) world.after(sometime(), () => this.roleIsRevoked(phone))
    if (often()) world.after(sometime(), () => this.pushed(phone))
  }

  private away(phone: Phone, at: number, ms: number, state: 'down' | 'portal'): void {
    const { world, chance } = this
    world.after(at, async () => {
      world.history.say(`${phone.name} is ${state} for ${ms} ms`)
      phone.network.set({ state })
      await world.wait(ms)
      phone.network.set({ state: 'up' })
      // The browser says so, most of the time.
      if (chance.odds(0.7)) phone.hurry(true)
    })
  }

  private async clockJumps(phone: Phone): Promise<void> {
    phone.offset += this.chance.pick([-24, -1, 1, 24]) * HOUR_MS
    this.world.history.inject('F6 clock jumps', `${phone.name} ${phone.offset}`)
  }

  private async dies(phone: Phone): Promise<void> {
    if (phone.work === null) return
    this.world.history.inject('F14 tab killed', phone.name)
    phone.kill()
    await this.world.wait(this.chance.between(500, 20_000))
    await phone.open()
  }

  /** Somewhere between the entry's being sent and its answer. */
  private diesWhileSending(phone: Phone): void {
    let isDone = false
    phone.onSending = () => {
      if (isDone) return
      isDone = true
      this.world.after(this.chance.between(0, 400), async () => {
        if (phone.work === null) return
        this.world.history.inject('F14 killed while sending', phone.name)
        await this.dies(phone)
      })
    }
  }

  private async sessionEnds(phone: Phone): Promise<void> {
    const { world, chance } = this
    const { person } = phone
    if (person === null) return
    world.history.inject('F15 session expired', `${phone.name} ${person}`)
    world.server.endSessions(person)
    await world.wait(chance.between(2_000, 20_000))
    if (chance.odds(0.5)) {
      const other = chance.pick(PEOPLE.filter(({ id }) => id !== person)).id
      world.history.inject('F15 another person', `${phone.name} ${other}`)
      await world.signIn(phone, other)
      await world.wait(chance.between(2_000, 20_000))
    }
    await world.signIn(phone, person)
  }

  /** While the phone has no signal, so that it goes on as if nothing had happened. */
  private async roleIsRevoked(phone: Phone): Promise<void> {
    const { world, chance } = this
    const { person } = phone
    if (person === null) return
    phone.network.set({ state: 'down' })
    await world.wait(chance.between(1_000, 8_000))
    const choice = chance.weigh(await world.choices(phone, chance))
    if (choice !== undefined) await world.tap(phone, choice, chance)
    world.history.inject('F16 role revoked', `${phone.name} ${person}`)
    world.server.staff.revoke(person)
    world.server.endSessions(person)
    await world.wait(chance.between(1_000, 8_000))
    phone.network.set({ state: 'up' })
    phone.hurry(true)
  }

  /** A hint that comes too late, or not at all. */
  private async pushed(phone: Phone): Promise<void> {
    const isLost = this.chance.odds(0.5)
    this.world.history.inject(isLost ? 'F24 push lost' : 'F24 push late', phone.name)
    if (isLost) return
    if (phone.work === null) await phone.open()
    phone.hurry()
  }
}
