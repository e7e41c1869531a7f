// Runs one seed, from the first tap to the last check. The same seed gives the same history.
import { log } from '#server/log.ts'
import { type Break, WHOLE } from './breaks.ts'
import { chanceOf } from './chance.ts'
import type { History } from './history.ts'
import { type Length, Script } from './script.ts'
import { theMorning } from './store-copies.ts'
import { World } from './world.ts'

export async function simulate(seed: number, length: Length, broken: Break = WHOLE): Promise<History> {
  const { bytes, morning } = await theMorning()
  const world = new World(seed, bytes, broken)
  const giveBack = world.time.install(chanceOf(seed, 'crypto').bytes)
  const complain = (...words: unknown[]) => world.history.say('console', words.map(String).join(' '))
  const { error, info } = console
  console.error = complain
  console.info = complain
  const { level } = log
  log.level = 'silent'
  const onLost = (fault: unknown) => world.history.say('unhandled', String(fault))
  process.on('unhandledRejection', onLost)
  try {
    await new Script(world, morning, length).run()
    await world.close()
  } catch (fault) {
    world.history.violate('fault', fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
  } finally {
    await world.time.drain()
    process.off('unhandledRejection', onLost)
    Object.assign(console, { error, info })
    log.level = level
    giveBack()
  }
  return world.history
}
