import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'

import './reports.css'

/** Saves a table as a file on this device. */
export function CsvButton(props: { table: string; file: string; text: () => string }) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([props.text()], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = props.file
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <span class="reports__csv">
      <Button variant="quiet" label={t('reports.csvOf', { table: props.table })} onClick={save}>
        {t('reports.csv')}
      </Button>
    </span>
  )
}
