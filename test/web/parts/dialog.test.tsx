import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'

import '#test/support/dialogs.ts'
import '#test/support/web-setup.ts'

import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'

function dialog() {
  const [open, setOpen] = createSignal(false)
  const onClose = vi.fn(() => setOpen(false))
  render(() => (
    <Dialog open={open()} title="Aanbod afwijzen" onClose={onClose} footer={<Button>Wijs af</Button>}>
      Reden
    </Dialog>
  ))
  return { open, setOpen, onClose }
}

test('it is there only while open, named by its title', () => {
  const { setOpen } = dialog()
  expect(screen.queryByText('Reden')).toBeNull()
  setOpen(true)
  expect(screen.getByRole('dialog', { name: 'Aanbod afwijzen' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Wijs af' })).toBeTruthy()
  setOpen(false)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('Escape and the cross ask to close, once each; the caller decides', () => {
  const { setOpen, onClose } = dialog()
  setOpen(true)
  const press = new Event('cancel', { cancelable: true })
  screen.getByRole('dialog').dispatchEvent(press)
  expect(press.defaultPrevented).toBe(true)
  expect(onClose).toHaveBeenCalledTimes(1)
  setOpen(true)
  fireEvent.click(screen.getByRole('button', { name: 'Sluit' }))
  expect(onClose).toHaveBeenCalledTimes(2)
})
