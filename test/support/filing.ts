// The request form as a person fills it in: chips are tapped, figures typed. Used by test/flows and scripts/shots.ts.
import type { Page } from '@playwright/test'

/** Answers of a question with chips, by its name on the screen. */
export type Chips = Record<string, string>
/** Figures and texts, by their label. */
export type Typed = Record<string, string>

export async function answer(page: Page, chips: Chips, typed: Typed = {}): Promise<void> {
  for (const [question, option] of Object.entries(chips)) await choose(page, question, option)
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text)
}

export async function choose(page: Page, question: string, option: string): Promise<void> {
  const chip = page
    .getByRole('group', { name: question, exact: true })
    .getByRole('radio', { name: option, exact: true })
  await (page.viewportSize()?.width === 360 ? chip.tap() : chip.check())
}

/** An invasively ventilated IC patient; urgent because no bed is left. */
export const icShortage: { chips: Chips; typed: Typed } = {
  chips: {
    'Hoe snel': 'Spoed: geen bed vrij',
    Opgenomen: 'Andere reden',
    Geslacht: 'Man',
    Isolatie: 'Geen isolatie',
    Kwetsbaar: 'Nee',
    Behandelafspraken: 'Geen beperkingen',
    Ondersteuning: 'Invasief beademd',
    'Vasoactieve middelen': 'Stabiel',
    Beloop: 'Stabiel',
    Bewustzijn: 'Reageert niet',
    'Patiënt of familie ingelicht': 'Ja',
  },
  typed: {
    Leeftijd: '61',
    Gewicht: '82',
    'FiO₂': '45',
    PEEP: '10',
    Ademminuutvolume: '8,5',
    'SpO₂': '94',
    Ademfrequentie: '20',
    MAP: '70',
    'Terugbellen: telefoon': '088 5550 123',
  },
}

/** A ward patient on HFNO, admitted because of COVID-19; planned. */
export const wardHfno: { chips: Chips; typed: Typed } = {
  chips: {
    'Hoe snel': 'Gepland',
    Opgenomen: 'Vanwege COVID-19',
    Geslacht: 'Vrouw',
    Isolatie: 'Druppel',
    Kwetsbaar: 'Nee',
    Behandelafspraken: 'Geen beperkingen',
    Ondersteuning: 'HFNO',
    Beloop: 'Stabiel',
    Bewustzijn: 'Alert',
    'Patiënt of familie ingelicht': 'Ja',
  },
  typed: {
    Leeftijd: '58',
    Flow: '50',
    'FiO₂': '50',
    'SpO₂': '93',
    Ademfrequentie: '24',
    'Systolische druk': '130',
    'Terugbellen: telefoon': '088 5550 124',
  },
}
