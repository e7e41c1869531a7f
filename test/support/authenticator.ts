// An authenticator without a browser: makes passkeys and answers challenges as a phone does, and wrongly where a test
// asks. Used by the server's tests; the browser stories use Chromium's own.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Wrong = {
  origin?: string
  rpId?: string
  /** The authenticator did not verify who held it. */
  unverified?: true
  /** What the counter says instead. */
  counter?: number
  challenge?: string
}
type Asked = { options: unknown }
type Options = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } }

export type Answer = {
  id: string
  rawId: string
  type: 'public-key'
  response: Record<string, unknown>
  clientExtensionResults: Record<string, never>
}

export type Authenticator = {
  id: string
  create: (asked: Asked, wrong?: Wrong) => Answer
  get: (asked: Asked, wrong?: Wrong) => Answer
}

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

export function makeAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = randomBytes(32)
  const id = credential.toString('base64url')
  let counter = 0
  const client = (type: string, { challenge }: Options, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const head = ({ rp, rpId }: Options, more: number, wrong: Wrong) => {
    const bytes = Buffer.alloc(37)
    sha256(wrong.rpId ?? rp?.id ?? rpId ?? new URL(origin).hostname).copy(bytes)
    bytes.writeUInt8(USER_PRESENT | (wrong.unverified ? 0 : USER_VERIFIED) | more, 32)
    counter = wrong.counter ?? counter + 1
    bytes.writeUInt32BE(counter, 33)
    return bytes
  }
  const answer = (response: Answer['response']): Answer => ({
    id,
    rawId: id,
    type: 'public-key',
    response,
    clientExtensionResults: {},
  })
  return {
    id,
    create(asked, wrong = {}) {
      const options = asked.options as Options
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credential.length)
      const authData = Buffer.concat([
        head(options, HAS_CREDENTIAL, wrong),
        Buffer.alloc(16),
        length,
        credential,
        coseOf(publicKey),
      ])
      const attestation = cbor(
        new Map<string, Value>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      )
      return answer({
        clientDataJSON: client('webauthn.create', options, wrong).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    get(asked, wrong = {}) {
      const options = asked.options as Options
      const clientData = client('webauthn.get', options, wrong)
      const authData = head(options, 0, wrong)
      const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), privateKey)
      return answer({
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

/** An ES256 key as COSE writes it (RFC 9053). */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return cbor(
    new Map<number, Value>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}

type Value = number | string | Buffer | Map<string | number, Value>

/** As much of CBOR (RFC 8949) as passkeys need. */
function cbor(value: Value): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
  if (typeof value === 'string')
    return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value])
  const pairs = [...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])
  return Buffer.concat([cborHead(5, value.size), ...pairs])
}

function cborHead(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count])
  if (count < 256) return Buffer.from([(kind << 5) | 24, count])
  return Buffer.from([(kind << 5) | 25, count >> 8, count & 0xff])
}
