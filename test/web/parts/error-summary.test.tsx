import { fireEvent, render, screen } from '@solidjs/testing-library'
import { beforeAll, expect, test } from 'vitest'

import '#test/support/web-setup.ts'

import { Choice } from '#web/parts/choice.tsx'
import { ErrorSummary } from '#web/parts/error-summary.tsx'
import { NumberField } from '#web/parts/number-field.tsx'

beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => undefined
})

const form = () =>
  render(() => (
    <>
      <ErrorSummary
        title="Nog 2 antwoorden nodig"
        errors={[
          { id: 'flow', text: 'Flow: vul in' },
          { id: 'bed', text: 'Bed: kies' },
        ]}
      />
      <NumberField id="flow" label="Flow" value={undefined} onChange={() => undefined} />
      <Choice
        id="bed"
        label="Bed"
        options={[
          { value: 'ic', label: 'IC' },
          { value: 'ward', label: 'Kliniek' },
        ]}
        value="ward"
        onChange={() => undefined}
      />
    </>
  ))

test('it takes the focus when it appears', () => {
  form()
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Nog 2 antwoorden nodig' }))
})

test('each line leads to its field: the control itself, or the checked one of a group', () => {
  form()
  fireEvent.click(screen.getByRole('link', { name: 'Flow: vul in' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Flow'))
  fireEvent.click(screen.getByRole('link', { name: 'Bed: kies' }))
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Kliniek' }))
})
