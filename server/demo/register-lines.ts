// What an empty demo register starts with: an exemption that is over and one to come, and a region's own key, so that
// the screens of fair share and abroad have something to say. Called by seed.ts; every decision is invented.
import type { PartnerRow } from '#shared/abroad/partner-row.ts'
import { hospitalsWith } from '#shared/fair-share/region-share.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { RegisterRow } from '#shared/wire/register.ts'
import type { Seeded } from './seeded.ts'

/** `at`: an hour on Amsterdam's clock, so many days from today. */
type Clock = (day: number, hour: number) => string

export function demoRegister(at: Clock, random: Seeded): RegisterRow[] {
  return [
    {
      id: random.uuid(),
      rev: 1,
      list: 'exemption',
      group: 'azeur',
      from: at(-1, 12),
      until: null,
      reason: 'Voorbeeld: brand in een IC, tien bedden dicht.',
      announcedAt: at(-1, 11),
      ended: { at: at(0, 7), reason: 'Voorbeeld: de bedden zijn weer open.' },
    },
    {
      id: random.uuid(),
      rev: 1,
      list: 'exemption',
      group: 'nazl',
      from: at(1, 8),
      until: at(3, 8),
      reason: 'Voorbeeld: Limburg vangt patiënten uit Aken op.',
      announcedAt: at(-1, 16),
    },
    {
      id: random.uuid(),
      rev: 1,
      list: 'region-key',
      region: 'nazmn',
      bed: 'ic',
      parts: partsOf('nazmn', { 'umc-utrecht': 36 }),
      from: at(-1, 8),
      reason: 'Voorbeeld: het UMC neemt de zwaarste patiënten.',
      announcedAt: at(-1, 7),
    },
    ...demoPartners(at),
  ]
}

/** Real places; what was agreed with them, and their lines, are invented. */
const demoPartners = (at: Clock): RegisterRow[] => {
  const partner = (
    nr: number,
    of: Pick<PartnerRow, 'name' | 'city' | 'lat' | 'lon' | 'nearBorder' | 'icBeds'>,
  ) => ({
    id: `b7a2c6e0-5d1f-4c3a-9e2b-00000000000${nr}`,
    rev: 1,
    list: 'partner' as const,
    country: 'DE' as const,
    ...of,
    contact: { role: 'Diensthabender Oberarzt', phone: `+49 000 000${nr}` },
    announcedAt: at(-1, 9),
  })
  const aachen = { name: 'Uniklinik RWTH Aachen', city: 'Aachen', lat: 50.776, lon: 6.043 }
  const bocholt = { name: 'St. Agnes-Hospital Bocholt', city: 'Bocholt', lat: 51.839, lon: 6.617 }
  const osnabruck = { name: 'Klinikum Osnabrück', city: 'Osnabrück', lat: 52.258, lon: 8.079 }
  return [
    partner(1, { ...aachen, nearBorder: true, icBeds: 6 }),
    partner(2, { ...bocholt, nearBorder: true, icBeds: 2 }),
    partner(3, { ...osnabruck, nearBorder: false, icBeds: 4 }),
  ]
}

/** By staffed beds, but for these. */
const partsOf = (region: string, own: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    hospitalsWith(region, 'ic').map((id) => [id, own[id] ?? hospital(id)?.fictional.icOperational ?? 0]),
  )
