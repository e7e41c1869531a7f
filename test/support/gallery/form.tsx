import { createSignal } from 'solid-js'

import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Checks } from '#web/parts/checks.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { ErrorSummary } from '#web/parts/error-summary.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { NumberField } from '#web/parts/number-field.tsx'
import { Section } from '#web/parts/section.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { PageHead } from '#web/parts/page-head.tsx'

const SUPPORTS = [
  { value: 'none', label: 'Geen' },
  { value: 'low-flow', label: 'Low flow' },
  { value: 'hfno', label: 'HFNO' },
  { value: 'niv', label: 'NIV' },
  { value: 'invasive', label: 'Invasief' },
] as const

const SPECIALS = [
  { value: 'proning', label: 'Buikligging' },
  { value: 'crrt', label: 'CRRT' },
  { value: 'arterial-line', label: 'Arterielijn' },
  { value: 'chest-drain', label: 'Thoraxdrain' },
  { value: 'pacemaker', label: 'Pacemaker' },
] as const

const NOW = '2026-11-21T14:10:00+01:00'

export function Form() {
  const [support, setSupport] = createSignal<(typeof SUPPORTS)[number]['value'] | undefined>('hfno')
  const [specials, setSpecials] = createSignal<(typeof SPECIALS)[number]['value'][]>(['arterial-line'])
  const [flow, setFlow] = createSignal<number | undefined>(40)
  const [oxygen, setOxygen] = createSignal<number | undefined>(120)
  const [words, setWords] = createSignal('Rustig, wakker, eet zelf. Bril mee.')
  const [phone, setPhone] = createSignal('')
  const [hospital, setHospital] = createSignal<'a' | 'b'>()
  const [ready, setReady] = createSignal<Date | undefined>(new Date(NOW))
  const [purpose, setPurpose] = createSignal<'spreading' | 'return'>()
  return (
    <div class="gallery__form">
      <PageHead title="Nieuwe aanvraag" />
      <ErrorSummary
        title="Nog 2 antwoorden nodig"
        errors={[
          { id: 'fio2', text: 'FiO₂: vul 21 tot 100 in' },
          { id: 'purpose', text: 'Doel: kies waarvoor' },
        ]}
      />
      <Section title="Situatie">
        <Fields>
          <Choice
            id="purpose"
            label="Doel"
            error="Kies waarvoor de patiënt verplaatst wordt."
            stacked
            options={[
              { value: 'spreading', label: 'Spreiding', hint: 'de regio zit vol' },
              { value: 'return', label: 'Terugplaatsing', hint: 'terug naar het eigen ziekenhuis' },
            ]}
            value={purpose()}
            onChange={setPurpose}
          />
          <DateTimeField
            label="Klaar voor vertrek"
            hint="Vanaf wanneer de patiënt mee kan."
            value={ready()}
            onChange={setReady}
            quick={[
              { label: 'Nu', at: NOW },
              { label: 'Over 2 uur', at: '2026-11-21T16:10:00+01:00' },
              { label: 'Morgen 08:00', at: '2026-11-22T08:00:00+01:00' },
            ]}
          />
        </Fields>
      </Section>
      <Section title="Ademhaling">
        <Fields>
          <Choice label="Ondersteuning" options={SUPPORTS} value={support()} onChange={setSupport} />
          <Fields row>
            <NumberField label="Flow" unit="L/min" value={flow()} onChange={setFlow} />
            <NumberField
              id="fio2"
              label="FiO₂"
              unit="%"
              figures={3}
              value={oxygen()}
              onChange={setOxygen}
              error="Vul 21 tot 100 in."
            />
          </Fields>
          <Checks
            label="Bijzonder"
            hint="Wat mee moet."
            options={SPECIALS}
            value={specials()}
            onChange={setSpecials}
            optional
          />
        </Fields>
      </Section>
      <Section title="Praktisch">
        <Fields>
          <TextField
            label="Terugbelnummer"
            type="tel"
            hint="De lijn van een functie, geen naam."
            value={phone()}
            onChange={setPhone}
            placeholder="088"
          />
          <Select
            label="Ziekenhuis"
            placeholder="Kies een ziekenhuis"
            value={hospital()}
            onChange={setHospital}
            options={[
              { group: 'Regio Zwolle', options: [{ value: 'a', label: 'Isala, Zwolle' }] },
              { group: 'Regio Utrecht', options: [{ value: 'b', label: 'UMC Utrecht' }] },
            ]}
          />
          <TextArea label="Toelichting" limit={280} value={words()} onChange={setWords} optional />
        </Fields>
      </Section>
      <ActionBar>
        <Button variant="primary" type="submit">
          Verstuur aanvraag
        </Button>
        <Button variant="quiet">Bewaar</Button>
      </ActionBar>
    </div>
  )
}
