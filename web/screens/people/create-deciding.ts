import { createSignal } from 'solid-js'

import type { Setting } from '#shared/settings/setting.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import type { Trouble } from '#web/pieces/access/came-trouble.tsx'
import type { Grounds } from '#web/pieces/settings/decision-fields.tsx'
import { now } from '#web/state/now.ts'
import { recordSetting } from '#web/state/operator-settings.ts'

/** Records one decision at a time; the same one sent again is one. */
export function createDeciding(done: () => void) {
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  let ids = { command: '', setting: '', of: '' }
  async function record(what: Pick<Setting, 'name' | 'value'>, grounds: Grounds): Promise<void> {
    if (busy()) return
    const of = JSON.stringify([what, grounds])
    if (ids.of !== of) ids = { command: crypto.randomUUID(), setting: crypto.randomUUID(), of }
    setBusy(true)
    setTrouble(undefined)
    const came = await recordSetting(ids.command, {
      ...{ setting: ids.setting, ...what },
      decidedBy: grounds.decidedBy.trim(),
      reason: grounds.reason.trim(),
      inForceFrom: grounds.from?.toISOString() ?? now(),
    })
    setBusy(false)
    if (!('ok' in came)) {
      setTrouble(came)
      return
    }
    announce(t('settings.decide.saved'), 'polite')
    done()
  }
  return { record, busy, trouble, forget: () => setTrouble(undefined) }
}
