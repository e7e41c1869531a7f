import { createEffect, createRoot } from 'solid-js'

import { ABROAD } from '#shared/abroad/offer-abroad.ts'
import { everyPlaceAbroad } from '#shared/abroad/partner-row.ts'
import { setNamesAbroad } from '#web/i18n/names-abroad.ts'
import { tryT } from '#web/i18n/t.ts'

import { createRegister } from './register.ts'

let isNaming = false

/** Lists say a hospital or a vehicle by its id; some are lines of the register. Called when work starts, at work once. */
export function nameThoseAbroad(): void {
  if (isNaming) return
  isNaming = true
  createRoot(() => {
    const partners = createRegister('partner')
    const vehicles = createRegister('vehicle')
    createEffect(() => {
      const names = everyPlaceAbroad(partners() ?? []).map(({ id, name }) => [id, name])
      const called = (vehicles() ?? []).map(({ vehicle, name }) => [vehicle, name])
      setNamesAbroad({
        ...Object.fromEntries([...names, ...called]),
        [ABROAD]: tryT('app.title.abroad') ?? ABROAD,
      })
    })
  })
}
