// What happens in one world, and when: drawn from its seed.
import { type Morning, PEOPLE } from './cast.ts'
import type { Chance } from './chance.ts'
import { SLOW } from './network.ts'
import type { Phone } from './phone.ts'
import { Scenes } from './scenes.ts'
import { settle } from './settle.ts'
import { Trouble } from './trouble.ts'
import type { World } from './world.ts'

export type Length = {
  activeMs: number
  phones: number
  scenes: number
  /** Between two looks of one person, on average. */
  meanMs: number
  odds: number
}
export const SHORT: Length = { activeMs: 25_000, phones: 2, scenes: 1, meanMs: 7_000, odds: 0.3 }
export const FULL: Length = { activeMs: 150_000, phones: 5, scenes: 2, meanMs: 12_000, odds: 0.4 }

const SCENE_AT_MS = 2_500
/** Putting a backup back takes longer than anything that was under way. */
const RESTORE_MS = 65_000
const HOUR_MS = 3_600_000

export class Script {
  private readonly world: World
  private readonly length: Length
  private readonly chance: Chance
  private readonly scenes: Scenes
  private readonly trouble: Trouble
  private phones: Phone[] = []

  constructor(world: World, morning: Morning, length: Length) {
    this.world = world
    this.length = length
    this.chance = world.chance('script')
    this.scenes = new Scenes(world, morning)
    this.trouble = new Trouble(world, length.odds)
  }

  async run(): Promise<void> {
    const { world, chance, length } = this
    const { activeMs, odds } = length
    await world.server.start()
    this.seatAll()
    for (const phone of this.phones) this.trouble.during(phone, activeMs)
    if (chance.odds(odds / 2)) world.after(chance.between(3_000, activeMs), () => this.serverIsReplaced())
    const restores = chance.odds(odds / 2)
    if (restores) world.after(chance.between(2_000, activeMs * 0.7), async () => world.server.takeBackup())
    await world.time.runUntil(world.time.now + activeMs)
    if (restores) await this.backupIsRestored()
    if (chance.odds(odds / 3)) await this.night()
    await settle(world)
  }

  private seatAll(): void {
    const { world, chance, length } = this
    const scenes = chance.shuffle(this.scenes.all()).slice(0, length.scenes)
    const people = [...new Set(scenes.flatMap((scene) => scene.people))]
    while (people.length < length.phones) people.push(chance.pick(PEOPLE).id)
    this.phones = people.map((person, index) => {
      const phone = world.addPhone(`phone${index + 1}`)
      this.trouble.fromStart(phone)
      world.after(chance.between(0, 500), () => world.signIn(phone, person))
      world.atWork(phone, length.meanMs)
      return phone
    })
    for (const scene of scenes) {
      const own = scene.people.map((person) => this.phones[people.indexOf(person)])
      scene.play(
        own.filter((phone) => phone !== undefined),
        SCENE_AT_MS,
      )
    }
  }

  private async serverIsReplaced(): Promise<void> {
    const { world, chance } = this
    world.history.inject('F17 server replaced')
    await world.server.stop()
    await world.wait(chance.between(500, 8_000))
    await world.server.start()
  }

  /** People see that nothing answers, and go on; then the server is there again, as it was a while ago. */
  private async backupIsRestored(): Promise<void> {
    const { world, chance } = this
    const { backup } = world.server
    if (backup === null) return
    await world.ran(world.server.stop())
    await world.time.runUntil(world.time.now + RESTORE_MS)
    const announced = chance.odds(0.5)
    await world.ran(world.restore(backup, announced))
    world.history.inject('F25 backup restored', announced ? 'announced' : 'unannounced')
    await world.ran(world.server.start())
    await world.time.runUntil(world.time.now + chance.between(5_000, 20_000))
  }

  /** Half a day without signal and eight things done; then a line that hardly carries anything. */
  private async night(): Promise<void> {
    const { world, chance } = this
    const phone = chance.pick(this.phones)
    phone.network.set({ state: 'down' })
    world.history.inject('F13 hours offline', phone.name)
    for (let act = 0; act < 8; act += 1) {
      await world.time.runUntil(world.time.now + 2_000)
      const choice = chance.weigh(await world.ran(world.choices(phone, chance)))
      if (choice !== undefined) await world.ran(world.tap(phone, choice, chance))
    }
    world.time.leap(chance.between(1, 11) * HOUR_MS)
    await world.time.runUntil(world.time.now + 2_000)
    phone.network.set({ ...SLOW, state: 'up' })
    world.history.inject('F13 slow and lossy', phone.name)
    phone.hurry(true)
    await world.time.runUntil(world.time.now + 30_000)
  }
}
