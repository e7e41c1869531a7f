import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import '#test/support/web-setup.ts'

import { createNow } from '#web/parts/create-now.ts'
import { announce, LiveRegion } from '#web/parts/live-region.tsx'
import { Toast } from '#web/parts/toast.tsx'
import { UndoBar } from '#web/parts/undo-bar.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('an announcement is spoken politely unless it must be acknowledged, and the same words twice', () => {
  render(() => <LiveRegion />)
  announce('Bed gereserveerd')
  vi.advanceTimersByTime(60)
  expect(screen.getByRole('status').textContent).toBe('Bed gereserveerd')
  expect(screen.getByRole('alert').textContent).toBe('')
  announce('Bed gereserveerd')
  expect(screen.getByRole('status').textContent).toBe('')
  vi.advanceTimersByTime(60)
  expect(screen.getByRole('status').textContent).toBe('Bed gereserveerd')
  announce('Nieuwe taak', 'assertive')
  vi.advanceTimersByTime(60)
  expect(screen.getByRole('alert').textContent).toBe('Nieuwe taak')
})

test('an act can be taken back until its time is over, which is told once', () => {
  const undo = vi.fn()
  const expire = vi.fn()
  render(() => <UndoBar label="Vertrokken 14:31" onUndo={undo} onExpire={expire} />)
  vi.advanceTimersByTime(9_900)
  expect(expire).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }))
  expect(undo).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(20_000)
  expect(expire).toHaveBeenCalledTimes(1)
})

test('a bar that is taken away expires no more', () => {
  const expire = vi.fn()
  const { unmount } = render(() => <UndoBar label="Vertrokken" onUndo={() => undefined} onExpire={expire} />)
  unmount()
  vi.advanceTimersByTime(20_000)
  expect(expire).not.toHaveBeenCalled()
})

test('a toast stays until it is dismissed', () => {
  const [text, setText] = createSignal<string | undefined>('Aanbod verstuurd')
  render(() => <Toast text={text()} state="done" onDismiss={() => setText(undefined)} />)
  vi.advanceTimersByTime(60_000)
  expect(screen.getByRole('status').textContent).toContain('Aanbod verstuurd')
  fireEvent.click(screen.getByRole('button', { name: 'Sluit' }))
  expect(screen.getByRole('status').textContent).toBe('')
})

test('the clock ticks every 30 s and when the screen comes back, and stops with its owner', () => {
  let time = 1000
  createRoot((dispose) => {
    const now = createNow(() => time)
    time = 2000
    vi.advanceTimersByTime(30_000)
    expect(now()).toBe(2000)
    time = 3000
    document.dispatchEvent(new Event('visibilitychange'))
    expect(now()).toBe(3000)
    dispose()
    expect(vi.getTimerCount()).toBe(0)
  })
})
