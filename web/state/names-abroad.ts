import { createEffect, createRoot } from 'solid-js'

import { ABROAD } from '#shared/abroad/offer-abroad.ts'
import { everyPlaceAbroad } from '#shared/abroad/partner-row.ts'
import { setNamesAbroad } from '#web/i18n/names-abroad.ts'
import { tryT } from '#web/i18n/t.ts'

import { createRegister } from './register.ts'

let isNaming = false

/** Lists say a hospital by its id; those abroad are lines of the register. Called when work starts, at work once. */
export function nameThoseAbroad(): void {
  if (isNaming) return
  isNaming = true
  createRoot(() => {
    const partners = createRegister('partner')
    createEffect(() => {
      const names = everyPlaceAbroad(partners() ?? []).map(({ id, name }) => [id, name])
      setNamesAbroad({ ...Object.fromEntries(names), [ABROAD]: tryT('app.title.abroad') ?? ABROAD })
    })
  })
}
