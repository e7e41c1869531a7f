// Draws the code of a new transfer: five random characters and a check character. Called by the hinge.
import { CODE_ALPHABET, makeCode } from '#shared/transfers/code.ts'

/**
 * The crew checks the last three characters at the bed, so these differ from every code in `open`: those of the
 * open transfers of the same hospital. Two codes always differ in two places: the check character sees to it.
 */
export function drawCode(random: (bytes: number) => Buffer, open: readonly string[]): string {
  const taken = new Set(open.map((code) => code.slice(-3)))
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const code = makeCode([...random(5)].map((byte) => CODE_ALPHABET.charAt(byte & 31)).join(''))
    if (!taken.has(code.slice(-3))) return code
  }
  throw new Error('no free code in 100 draws')
}
