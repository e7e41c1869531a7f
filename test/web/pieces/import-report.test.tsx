import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, describe, expect, it } from 'vitest'

import type { ImportReport } from '#shared/wire/people-file.ts'
import { ImportOutcome } from '#web/pieces/access/import-report.tsx'

afterEach(cleanup)

const report: ImportReport = {
  kept: false,
  file: null,
  rows: 5,
  added: 2,
  changed: 0,
  same: 0,
  faulty: 4,
  faults: [
    { line: 4, field: 'organisation', code: 'unknown' },
    { line: 5, field: 'key', code: 'identity' },
    { line: 5, field: 'deputy', code: 'format' },
  ],
}

describe('what came of a file of people', () => {
  it('says that nothing changed yet, and each fault with its line and column', () => {
    render(() => <ImportOutcome report={report} />)
    expect(screen.getByRole('status').textContent).toContain('Er is nog niets veranderd.')
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent)
    expect(rows[1]).toContain('Regel 4organisationDit is hier niet bekend.')
    expect(rows).toHaveLength(4)
    // Two faults of one line are one line.
    expect(screen.getByText('En nog 2 regels.')).toBeTruthy()
  })

  it('says that it was taken in, without a table where nothing is wrong', () => {
    render(() => <ImportOutcome report={{ ...report, kept: true, faulty: 0, faults: [] }} />)
    expect(screen.getByRole('status').textContent).toContain('Het bestand is overgenomen')
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('says why a file cannot be read, and shows no figures of it', () => {
    render(() => <ImportOutcome report={{ ...report, file: 'encoding' }} />)
    expect(screen.getByRole('alert').textContent).toContain('CSV UTF-8')
    expect(screen.queryByText('Regels')).toBeNull()
  })
})
