// Random tokens that leave the server once, and the hash by which they are known after. Used by all of server/sign-in.
import { hash } from 'node:crypto'

type Random = (bytes: number) => Buffer

/** 256 bits, base64url. */
export const drawToken = (random: Random): string => random(32).toString('base64url')

export const hashOf = (token: string): string => hash('sha256', token)

/** A second secret out of one that only its holder knows. */
export const derivedSecret = (token: string, use: string): string =>
  hash('sha256', `${use}\n${token}`, 'base64url')

/** A random (version 4) UUID. */
export function drawId(random: Random): string {
  const bytes = random(16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
