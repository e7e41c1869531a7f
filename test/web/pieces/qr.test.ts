import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQr } from '#test/support/read-qr.ts'
import { qrModules } from '#web/pieces/print/qr.ts'

const URL = 'https://brancard.example.nl/aanvragen/00000000-0000-4000-8000-000000000001'

test('an address is read back from its modules', () => {
  const modules = qrModules(URL)
  expect(modules?.length).toBe(37)
  expect(modules && readQr(modules)).toBe(URL)
})

test('every text of up to 106 bytes is read back; a longer one has none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const bytes = new TextEncoder().encode(text).length
      const modules = qrModules(text)
      if (bytes > 106) expect(modules).toBe(null)
      else expect(modules && readQr(modules)).toBe(new TextDecoder().decode(new TextEncoder().encode(text)))
    }),
  )
})
