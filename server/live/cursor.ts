// Where a viewer is in the events, as 22 characters that say nothing: not how many events there were, nor whether
// any was added. One AES block of epoch, place and salt under a key of the viewer's own.
import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { keysOf } from '#shared/access/audience.ts'
import type { Person } from '#shared/access/parties.ts'
import type { Spot } from '#server/store/events.ts'

export type Cursors = {
  make(epoch: string, viewer: Person, spot: Spot): string
  /** Null for another epoch's, another person's or no cursor at all, and when this person's rights have changed. */
  read(epoch: string, viewer: Person, cursor: string): Spot | null
}

const EPOCH_BYTES = 4
const SEQ_BYTES = 5
const MARK_AT = EPOCH_BYTES + SEQ_BYTES
const MARK_BYTES = 4
const BLOCK = 16

/** Of the layout too: a cursor of an earlier layout is one of another epoch. */
const tagOf = (epoch: string): Buffer =>
  createHash('sha256').update(`2 ${epoch}`).digest().subarray(0, EPOCH_BYTES)

export function makeCursors(secret: Buffer, random: (bytes: number) => Buffer): Cursors {
  const key = remember((viewer) => createHmac('sha256', secret).update(viewer).digest())
  // Who may see other rows than before has to fetch the whole: what is no longer theirs then leaves the phone.
  const keyOf = (viewer: Person): Buffer => key([viewer.id, ...keysOf(viewer).sort()].join(' '))
  const tag = remember(tagOf)
  return {
    make(epoch, viewer, { seq, mark }) {
      const block = Buffer.alloc(BLOCK)
      tag(epoch).copy(block)
      block.writeUIntBE(seq, EPOCH_BYTES, SEQ_BYTES)
      block.writeUInt32BE(mark, MARK_AT)
      random(BLOCK - MARK_AT - MARK_BYTES).copy(block, MARK_AT + MARK_BYTES)
      return createCipheriv('aes-256-ecb', keyOf(viewer), null)
        .setAutoPadding(false)
        .update(block)
        .toString('base64url')
    },
    read(epoch, viewer, cursor) {
      if (!/^[\w-]{22}$/.test(cursor)) return null
      const sealed = Buffer.from(cursor, 'base64url')
      const block = createDecipheriv('aes-256-ecb', keyOf(viewer), null).setAutoPadding(false).update(sealed)
      if (!block.subarray(0, EPOCH_BYTES).equals(tag(epoch))) return null
      return { seq: block.readUIntBE(EPOCH_BYTES, SEQ_BYTES), mark: block.readUInt32BE(MARK_AT) }
    },
  }
}

function remember(make: (of: string) => Buffer): (of: string) => Buffer {
  const known = new Map<string, Buffer>()
  return (of) => {
    const found = known.get(of) ?? make(of)
    known.set(of, found)
    return found
  }
}
