import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { CodeCheck } from '#web/pieces/rides/code-check.tsx'
import '#test/support/dialogs.ts'

afterEach(cleanup)

function atTheBed(code: string | null = 'K7Q30B') {
  const heard = { onMatch: vi.fn(), onOverride: vi.fn(), onClose: vi.fn() }
  render(() => <CodeCheck open code={code} {...heard} />)
  return heard
}
const tap = (...keys: string[]) => {
  for (const name of keys) fireEvent.click(screen.getByRole('button', { name }))
}

test('the last three characters of the right code go through at the third tap', () => {
  const { onMatch } = atTheBed()
  tap('3', '0')
  expect(onMatch).not.toHaveBeenCalled()
  tap('B')
  expect(onMatch).toHaveBeenCalledExactlyOnceWith('30B')
})

test('another code stops: nothing is reported, and typing on changes nothing', () => {
  const vibrate = vi.fn()
  vi.stubGlobal('navigator', { ...navigator, vibrate })
  const { onMatch } = atTheBed()
  tap('3', '0', 'C')
  expect(screen.getByText('STOP. Deze code hoort niet bij deze patiënt.')).toBeTruthy()
  expect(vibrate).toHaveBeenCalledOnce()
  fireEvent.keyDown(document, { key: 'B' })
  expect(onMatch).not.toHaveBeenCalled()
  tap('Typ opnieuw', '3', '0', 'B')
  expect(onMatch).toHaveBeenCalledExactlyOnceWith('30B')
  vi.unstubAllGlobals()
})

test('a keyboard types too: the letter O is the figure 0, and the last character can be erased', () => {
  const { onMatch } = atTheBed()
  for (const key of ['3', 'x', 'Backspace', 'o', 'b']) fireEvent.keyDown(document, { key })
  expect(onMatch).toHaveBeenCalledExactlyOnceWith('30B')
})

test('departing without the code takes a second step and a reason', () => {
  const { onOverride } = atTheBed()
  tap('Code niet te lezen', 'Meld vertrek zonder code')
  expect(onOverride).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('radio', { name: 'Andere reden' }))
  tap('Meld vertrek zonder code')
  expect(onOverride).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('radio', { name: 'De afdeling bevestigt de patiënt' }))
  tap('Meld vertrek zonder code')
  expect(onOverride).toHaveBeenCalledExactlyOnceWith('De afdeling bevestigt de patiënt')
})

test('a phone that does not hold the code leaves the comparing to the server', () => {
  const { onMatch } = atTheBed(null)
  tap('A', 'A', 'A')
  expect(onMatch).toHaveBeenCalledExactlyOnceWith('AAA')
})
