// Where a viewer is in the events, as 22 characters that say nothing: not how many events there were, nor whether
// any was added. One AES block of epoch, number and salt under a key of the viewer's own.
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { Meta } from '#server/store/meta.ts'

export type Cursors = {
  make(person: string, seq: number): string
  /** Null for another epoch's, another person's or no cursor at all. */
  read(person: string, cursor: string): number | null
}

const EPOCH_BYTES = 6
const SEQ_BYTES = 6
const BLOCK = 16

export function makeCursors({ epoch, secret }: Meta, random: (bytes: number) => Buffer): Cursors {
  const tag = Buffer.from(epoch, 'hex').subarray(0, EPOCH_BYTES)
  const keys = new Map<string, Buffer>()
  const keyOf = (person: string): Buffer => {
    const known = keys.get(person)
    if (known !== undefined) return known
    const key = createHmac('sha256', secret).update(person).digest()
    keys.set(person, key)
    return key
  }
  return {
    make(person, seq) {
      const block = Buffer.concat([tag, Buffer.alloc(SEQ_BYTES), random(BLOCK - EPOCH_BYTES - SEQ_BYTES)])
      block.writeUIntBE(seq, EPOCH_BYTES, SEQ_BYTES)
      return createCipheriv('aes-256-ecb', keyOf(person), null)
        .setAutoPadding(false)
        .update(block)
        .toString('base64url')
    },
    read(person, cursor) {
      if (!/^[\w-]{22}$/.test(cursor)) return null
      const sealed = Buffer.from(cursor, 'base64url')
      const block = createDecipheriv('aes-256-ecb', keyOf(person), null).setAutoPadding(false).update(sealed)
      return block.subarray(0, EPOCH_BYTES).equals(tag) ? block.readUIntBE(EPOCH_BYTES, SEQ_BYTES) : null
    },
  }
}
