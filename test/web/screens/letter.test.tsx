import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Person } from '#shared/access/parties.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { aTransfer, ids, people, places } from '#test/support/builders.ts'
import { json } from '#test/support/phone.ts'
import { signedIn } from '#test/support/signed-in.ts'

type Page = Awaited<ReturnType<typeof signedIn>>
let page: Page
const print = vi.fn()
const asked: string[] = []

beforeEach(() => {
  print.mockClear()
  asked.length = 0
  vi.spyOn(window, 'print').mockImplementation(print)
})
afterEach(async () => {
  cleanup()
  await page.leave()
})

async function open(
  person: Person,
  over: Partial<Transfer> = {},
  answer: () => Response = () => json({}, 503),
) {
  const transfer = aTransfer({ state: 'closed', to: places.to, toRegion: places.toRegion, ...over })
  page = await signedIn(person, {
    read: (path) => {
      asked.push(path)
      return answer()
    },
  })
  const { LetterSection } = await import('#web/screens/transfer/letter.tsx')
  await (await import('#web/i18n/t.ts')).loadWords()
  render(() => <LetterSection transfer={transfer} />)
}
const press = async () => fireEvent.click(await screen.findByRole('button', { name: 'Print de brief' }))
const letter = () => json({ transfer: { id: ids.transfer }, clinical: null })

test('the letter is printed once the server wrote down that this hospital has it', async () => {
  await open(people.receiver, {}, letter)
  await press()
  await screen.findByText(/Vastgelegd om/)
  expect(asked).toEqual([`/api/transfers/${ids.transfer}/letter?as=print`])
  expect(print).toHaveBeenCalledTimes(1)
})

test('what is not written down is not printed, and it is said', async () => {
  await open(people.intensivist)
  await press()
  await screen.findByText(/Nog niet vastgelegd/)
  expect(print).not.toHaveBeenCalled()
})

test('it is for both hospitals from the reserved bed on, and for nobody else', async () => {
  for (const [person, over] of [
    [people.rcps, {}],
    [people.crew, { vehicle: places.vehicle }],
    [people.intensivist, { state: 'withdrawn' }],
    [people.intensivist, { state: 'matching' }],
  ] as const) {
    await open(person, over, letter)
    expect(screen.queryByRole('button')).toBeNull()
    cleanup()
    await page.leave()
  }
  await open(people.receiver, { state: 'arrived' }, letter)
  expect(screen.getByRole('button', { name: 'Print de brief' })).toBeTruthy()
})
