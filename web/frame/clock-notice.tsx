import { createSignal, Show } from 'solid-js'

import { duration } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { offset } from '#web/state/now.ts'

const MINUTE = 60_000
/** From here on a clock is wrong enough to tell. */
const WRONG_MS = 5 * MINUTE
/** Once for each start of the app. */
const [told, setTold] = createSignal(false)

/** This device's clock is wrong: by how much, what is done about it, what to do now. */
export function ClockNotice() {
  const by = () => duration(Math.round(Math.abs(offset()) / MINUTE) * MINUTE)
  return (
    <Show when={!told() && Math.abs(offset()) >= WRONG_MS}>
      <Notice
        kind="info"
        live="polite"
        title={t(offset() < 0 ? 'app.clock.ahead' : 'app.clock.behind', { by: by() })}
        action={<Button onClick={() => setTold(true)}>{t('common.dismiss')}</Button>}
      >
        {t('app.clock.text')}
      </Notice>
    </Show>
  )
}
