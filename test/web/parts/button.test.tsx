import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'

import '#test/support/web-setup.ts'

import { Button, LinkButton } from '#web/parts/button.tsx'

test('a press acts once', () => {
  const act = vi.fn()
  render(() => <Button onClick={act}>Bied bed aan</Button>)
  fireEvent.click(screen.getByRole('button', { name: 'Bied bed aan' }))
  expect(act).toHaveBeenCalledTimes(1)
})

test('a busy button says so, keeps its focus and refuses a second press', () => {
  const act = vi.fn()
  const [busy, setBusy] = createSignal(false)
  render(() => (
    <Button busy={busy()} busyLabel="Bezig" onClick={act}>
      Bewaar
    </Button>
  ))
  const button = screen.getByRole('button')
  button.focus()
  setBusy(true)
  fireEvent.click(button)
  expect(act).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
  expect(button).toBe(screen.getByRole('button', { name: 'Bezig' }))
  expect(button.getAttribute('aria-busy')).toBe('true')
})

test('a disabled submit button submits nothing and can still be reached', () => {
  const submit = vi.fn((event: Event) => event.preventDefault())
  render(() => (
    <form onSubmit={submit}>
      <Button type="submit" disabled>
        Verstuur
      </Button>
    </form>
  ))
  const button = screen.getByRole('button', { name: 'Verstuur' })
  fireEvent.click(button)
  button.focus()
  expect(submit).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
})

test('a button that opens something says whether it is open', () => {
  render(() => <Button expanded={false}>Meer</Button>)
  expect(screen.getByRole('button', { expanded: false })).toBeTruthy()
})

test('a place to go is a link', () => {
  render(() => <LinkButton href="tel:0880000000">Bel</LinkButton>)
  expect(screen.getByRole('link', { name: 'Bel' }).getAttribute('href')).toBe('tel:0880000000')
})
