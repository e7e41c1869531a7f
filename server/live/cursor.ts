// Where a viewer is in the events, as 22 characters that say nothing: not how many events there were, nor whether
// any was added. One AES block of epoch, place and salt under a key of the viewer's own.
import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { keysOf } from '#shared/access/audience.ts'
import type { Person } from '#shared/access/parties.ts'
import type { Spot } from '#server/store/events.ts'

export type Cursors = {
  make(epoch: string, viewer: Person, spot: Spot): string
  /** As `make`, for one viewer again and again. */
  maker(epoch: string, viewer: Person): (spot: Spot) => string
  /** Null for another epoch's, another person's or no cursor at all, and when this person's rights have changed. */
  read(epoch: string, viewer: Person, cursor: string): Spot | null
}

const EPOCH_BYTES = 4
const SEQ_BYTES = 5
const MARK_AT = EPOCH_BYTES + SEQ_BYTES
const SALT_BYTES = 3
/** Two cursors of one place differ. */
const SALTS = 2 ** (8 * SALT_BYTES)
const BLOCK = 16

/** Of the layout too: a cursor of an earlier layout is one of another epoch. */
const tagOf = (epoch: string): Buffer =>
  createHash('sha256').update(`2 ${epoch}`).digest().subarray(0, EPOCH_BYTES)

export function makeCursors(secret: Buffer, random: (bytes: number) => Buffer): Cursors {
  const keyOf = (who: string): Buffer => createHmac('sha256', secret).update(who).digest()
  // A block at a time has no state: one cipher serves all cursors of a viewer.
  const cipherOf = remember((who) => createCipheriv('aes-256-ecb', keyOf(who), null).setAutoPadding(false))
  const tag = remember(tagOf)
  let salt = random(SALT_BYTES).readUIntBE(0, SALT_BYTES)
  const maker: Cursors['maker'] = (epoch, viewer) => {
    const cipher = cipherOf(nameOf(viewer))
    const of = tag(epoch)
    return ({ seq, mark }) => {
      salt = (salt + 1) % SALTS
      const block = Buffer.allocUnsafe(BLOCK)
      of.copy(block)
      block.writeUIntBE(seq, EPOCH_BYTES, SEQ_BYTES)
      block.writeUInt32BE(mark, MARK_AT)
      block.writeUIntBE(salt, BLOCK - SALT_BYTES, SALT_BYTES)
      return cipher.update(block).toString('base64url')
    }
  }
  return {
    maker,
    make: (epoch, viewer, spot) => maker(epoch, viewer)(spot),
    read(epoch, viewer, cursor) {
      if (!/^[\w-]{22}$/.test(cursor)) return null
      const sealed = Buffer.from(cursor, 'base64url')
      const block = createDecipheriv('aes-256-ecb', keyOf(nameOf(viewer)), null)
        .setAutoPadding(false)
        .update(sealed)
      if (!block.subarray(0, EPOCH_BYTES).equals(tag(epoch))) return null
      return { seq: block.readUIntBE(EPOCH_BYTES, SEQ_BYTES), mark: block.readUInt32BE(MARK_AT) }
    },
  }
}

/** Who may see other rows than before has to fetch the whole: what is no longer theirs then leaves the phone. */
const nameOf = (viewer: Person): string => [viewer.id, ...keysOf(viewer).sort()].join(' ')

function remember<T>(make: (of: string) => T): (of: string) => T {
  const known = new Map<string, T>()
  return (of) => {
    const found = known.get(of) ?? make(of)
    known.set(of, found)
    return found
  }
}
