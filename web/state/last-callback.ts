import { isObject } from '#web/sync/request.ts'

/** A function's phone line at a hospital: nothing of a patient. */
export type Callback = { role: string; phone: string; place?: string }

const keyOf = (org: string): string => `brancard.callback.${org}`

/** The line last used on this device for this hospital, so that it is typed once. */
export function lastCallback(org: string): Callback | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(org)) ?? 'null')
    return isObject(kept) && typeof kept.role === 'string' && typeof kept.phone === 'string'
      ? {
          role: kept.role,
          phone: kept.phone,
          ...(typeof kept.place === 'string' ? { place: kept.place } : {}),
        }
      : undefined
  } catch (fault) {
    console.info('no last callback', fault)
    return undefined
  }
}

export const rememberCallback = (org: string, { role, phone, place }: Callback): void =>
  localStorage.setItem(keyOf(org), JSON.stringify({ role, phone, place }))
