export type StorageTrouble = 'full' | 'unreadable'

const UNREADABLE = [
  'OpenFailedError',
  'UnknownError',
  'VersionError',
  'InvalidStateError',
  'MissingAPIError',
  'SecurityError',
  'NotFoundError',
  'NotReadableError',
  'DataError',
]

/** What a fault says of this phone's storage; undefined where it is about something else. Dexie wraps what it was. */
export function storageTrouble(fault: unknown): StorageTrouble | undefined {
  for (let inner = fault; inner instanceof Error || inner instanceof DOMException; inner = innerOf(inner)) {
    if (inner.name === 'QuotaExceededError') return 'full'
    if (UNREADABLE.includes(inner.name)) return 'unreadable'
  }
  return undefined
}

const innerOf = (fault: object): unknown =>
  'inner' in fault
    ? fault.inner
    : 'failures' in fault && Array.isArray(fault.failures)
      ? fault.failures[0]
      : undefined
