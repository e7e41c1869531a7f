// A certificate for 127.0.0.1 that is made on the spot, for tests that need TLS: no key lies in the repository.
import { generateKeyPairSync, sign } from 'node:crypto'

type Der = Buffer
const der = (tag: number, ...parts: Der[]): Der => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size =
    length < 128
      ? Buffer.from([length])
      : length < 256
        ? Buffer.from([0x81, length])
        : Buffer.from([0x82, length >> 8, length & 255])
  return Buffer.concat([Buffer.from([tag]), size, body])
}
const sequence = (...parts: Der[]): Der => der(0x30, ...parts)
const oid = (hex: string): Der => der(0x06, Buffer.from(hex, 'hex'))
const utcTime = (at: Date): Der =>
  der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))
const COMMON_NAME = oid('550403')
const SUBJECT_ALT_NAME = oid('551d11')
const DAY_MS = 86_400_000

/** PEM. Valid a day either way. */
export function ownCertificate(now = Date.now()): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('127.0.0.1')))))
  const address = der(0x87, Buffer.from([127, 0, 0, 1]))
  const extension = sequence(SUBJECT_ALT_NAME, der(0x04, sequence(address)))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_SHA256,
    name,
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = sequence(body, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature))
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
