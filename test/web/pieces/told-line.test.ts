import { beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_NAMES } from '#shared/wire/command.ts'
import { OTHER_ACTS } from '#shared/record/act.ts'
import type { RecordEntry } from '#shared/wire/reads.ts'
import { loadWords, setLanguage, t } from '#web/i18n/t.ts'
import { toldLine } from '#web/pieces/record/told-line.ts'
import { T0, plus } from '#test/support/builders.ts'

const entry = (over: Partial<RecordEntry> = {}): RecordEntry => ({
  at: T0,
  until: T0,
  times: 1,
  event: 'transfer.read',
  outcome: 'done',
  role: 'bed-desk',
  org: 'radboudumc',
  behalf: null,
  basis: 'receiver',
  emergency: false,
  ...over,
})

describe('a line of the record in plain words', () => {
  beforeAll(() => loadWords())

  it('who, what and when; repeated looks, stand-ins and emergencies are said', () => {
    expect(toldLine(entry(), T0)).toEqual({
      state: 'past',
      time: '11:00',
      act: 'Opende de aanvraag',
      actor: 'Bedcoördinator, Radboudumc Nijmegen',
    })
    const many = entry({
      times: 3,
      until: plus(20),
      behalf: 'bed-desk@radboudumc',
      emergency: true,
    })
    expect(toldLine(many, T0)).toMatchObject({
      time: '11:00–11:20',
      note: 'met noodtoegang · in de plaats van Bedcoördinator, Radboudumc Nijmegen · 3 keer',
    })
  })

  it('a refused look is an attempt', () => {
    expect(toldLine(entry({ outcome: 'refused' }), T0)).toMatchObject({
      state: 'stopped',
      act: 'Poging, geweigerd: opende de aanvraag',
    })
  })

  it.each([
    [{ role: 'rcps', org: 'nazmn' }, 'RCPS Midden-Nederland'],
    [{ role: 'lcps', org: 'nl' }, 'LCPS'],
    [{ role: 'system', org: null }, 'brancard'],
    [{ role: null, org: null }, 'Onbekend'],
  ] as const)('%j is called %s', (who, name) => {
    expect(toldLine(entry(who), T0).actor).toBe(name)
  })

  it.each(['nl', 'en'] as const)('every act on a transfer has words of its own, in %s', async (language) => {
    await setLanguage(language)
    const elsewhere = /^(beds|phase|record|letters|access)\./
    const acts = [...COMMAND_NAMES, ...Object.keys(OTHER_ACTS)].filter((event) => !elsewhere.test(event))
    const said = acts.map((event) => toldLine(entry({ event }), T0).act)
    expect(acts.filter((_, n) => said[n] === t('record.event.other'))).toEqual([])
    await setLanguage('nl')
  })
})
