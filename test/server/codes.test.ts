import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isCode, makeCode } from '#shared/transfers/code.ts'
import { drawCode } from '#server/codes.ts'

describe('drawing a code', () => {
  it('gives codes whose last three characters no open code of the hospital has', () => {
    const open: string[] = []
    for (let n = 0; n < 2000; n += 1) {
      const code = drawCode(randomBytes, open)
      expect(isCode(code)).toBe(true)
      expect(open.map((one) => one.slice(-3))).not.toContain(code.slice(-3))
      open.push(code)
    }
  })

  it('draws again when chance repeats itself', () => {
    const draws = [Buffer.from([1, 2, 3, 4, 5]), Buffer.from([1, 2, 3, 4, 5]), Buffer.from([9, 9, 9, 9, 9])]
    const random = () => draws.shift() ?? Buffer.alloc(5)
    expect(drawCode(random, [makeCode('12345')])).toBe(makeCode('99999'))
  })

  it('says so when it cannot', () => {
    expect(() => drawCode(() => Buffer.alloc(5), [makeCode('00000')])).toThrow('no free code')
  })
})
