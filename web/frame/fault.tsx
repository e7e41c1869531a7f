import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, on } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { takeUpdate, update } from '#web/state/updates.ts'

/** A screen that failed: what was kept and what to do now. Another address tries again by itself. */
export function Fault(props: { fault: unknown; reset: () => void }) {
  const location = useLocation()
  const go = useNavigate()
  createEffect(() => console.error('screen', props.fault))
  createEffect(on(() => location.pathname, props.reset, { defer: true }))
  /** What could not be fetched is remembered as such until the page is loaded again. */
  const again = () => {
    if (update() === 'none') props.reset()
    else void takeUpdate()
  }
  const toWork = () => {
    go('/')
    props.reset()
  }
  return (
    <Notice
      kind="stop"
      title={t('app.fault.title')}
      live="polite"
      action={
        <>
          <Button variant="primary" onClick={again}>
            {t(update() === 'none' ? 'common.retry' : 'app.update.now')}
          </Button>
          <Button onClick={toWork}>{t('app.fault.toWork')}</Button>
        </>
      }
    >
      {t(update() === 'none' ? 'app.fault.text' : 'app.update.partMissing')}
    </Notice>
  )
}
