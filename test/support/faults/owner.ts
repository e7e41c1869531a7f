// F28: a second process on one data directory is refused with one line; the lock dies with its holder.
import { newPlace } from './place.ts'
import { startReal } from './real-server.ts'
import type { Shown } from './result.ts'

export async function twoOwners(rounds: number): Promise<Shown> {
  const place = await newPlace(null)
  let refused = 0
  let reopened = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      const first = await startReal(place.choice)
      reopened += 1
      const said = await startReal(place.choice).then(
        async (second) => {
          await second.end('SIGKILL')
          return ''
        },
        (error: Error) => error.message,
      )
      const lines = said.split('\n').filter((line) => line !== '')
      if (lines.length === 1 && said.includes('(1)') && said.includes('al in gebruik')) refused += 1
      await first.end('SIGKILL')
    }
  } finally {
    await place.drop()
  }
  return {
    fault: 'F28',
    on: 'SQLite',
    done: `a second process on one data directory, then kill -9 of the first, ${rounds} times`,
    figures: `refused in one line ${refused} of ${rounds}; opened again after the kill ${reopened} of ${rounds}`,
    holds: refused === rounds && reopened === rounds,
  }
}
