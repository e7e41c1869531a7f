import type { Carrier, Vehicle } from '#shared/reference/fleet.ts'
import type { MicuCentre } from '#shared/reference/micu-centres.ts'
import type { Partner } from '#shared/reference/partners.ts'
import type { SafetyRegion } from '#shared/reference/safety-regions.ts'
import { seeded } from './seeded.ts'
import { hoursFrom, type Source, type SourceHospital } from './source.ts'

/** Cylinders filled to 200 bar, of which 190 may be used (R10). */
const cylinders = (...litres: readonly number[]) => litres.map((each) => ({ litres: each, bar: 190 }))

export function makeMicuCentres(source: Source['micu']): readonly MicuCentre[] {
  return source.centres.map((centre) => ({
    id: `micu-${centre.hospital_id}`,
    name: centre.name,
    hospital: centre.hospital_id,
    regions: centre.roaz_served,
    hours: hoursFrom(centre.hours),
    vehicles: { regular: centre.vehicles_regular, max: centre.vehicles_max },
  }))
}

export function makePartners(source: Source['micu']): readonly Partner[] {
  return source.abroad.map((partner) => ({
    id: partner.id,
    name: partner.name,
    city: 'Münster',
    country: 'DE',
    lat: partner.lat,
    lon: partner.lon,
    nearBorder: false,
    nearBorderReading:
      'Own reading: about 50 km in a straight line from the border and 60 by road, so not a short distance in the border region (plan 4.5.2.3).',
    coordinates: { bed: 'ic', area: 'Nordrhein-Westfalen' },
  }))
}

export const carriers: readonly Carrier[] = [
  {
    id: 'carrier-4b',
    name: 'Ambulance+ Midden (fictief)',
    city: 'Utrecht',
    lat: 52.09,
    lon: 5.11,
    fictional: true,
  },
]

function micuVehicles(centres: readonly MicuCentre[], hospitals: readonly SourceHospital[]): Vehicle[] {
  return centres.map((centre) => {
    const base = hospitals.find((hospital) => hospital.id === centre.hospital)
    if (!base) throw new Error(`no hospital for ${centre.id}`)
    return {
      id: `${centre.id}-1`,
      kind: 'micu',
      name: `MICU ${base.city} 1`,
      org: centre.id,
      lat: base.lat,
      lon: base.lon,
      hours: centre.hours,
      oxygen: cylinders(20, 20, 10, 5),
      abilities: { hfno: false, isolation: true, bariatric: seeded(`${centre.id}:bariatric`) < 0.5 },
      fictional: false,
    }
  })
}

/** Four per RAV, near the region's hospitals in turn, at most about 1.5 km off so that dots do not cover. */
function ambulances(ravs: readonly SafetyRegion[], hospitals: readonly SourceHospital[]): Vehicle[] {
  return ravs.flatMap(({ code, rav }) => {
    const near = hospitals.filter((hospital) => hospital.safetyRegion === code)
    return [1, 2, 3, 4].map((number): Vehicle => {
      const id = `amb-${code.toLowerCase()}-${number}`
      const base = near[(number - 1) % near.length]
      if (!base) throw new Error(`no hospital in ${code}`)
      const aside = (axis: string, degrees: number) => (seeded(`${id}:${axis}`) - 0.5) * degrees
      return {
        id,
        kind: 'ambulance',
        name: `RAV ${code.slice(2)}-10${number}`,
        org: rav.id,
        lat: Number((base.lat + aside('lat', 0.02)).toFixed(3)),
        lon: Number((base.lon + aside('lon', 0.03)).toFixed(3)),
        hours: { from: '00:00', until: '24:00' },
        oxygen: cylinders(10, 10, 2),
        abilities: { hfno: false, isolation: number <= 2, bariatric: number === 4 },
        fictional: true,
      }
    })
  })
}

function carried(
  id: string,
  kind: 'ambulance-plus' | 'bus',
  name: string,
  litres: readonly number[],
): Vehicle {
  const [carrier] = carriers
  if (!carrier) throw new Error('no carrier')
  return {
    id,
    kind,
    name,
    org: carrier.id,
    lat: carrier.lat,
    lon: carrier.lon,
    hours: { from: '07:00', until: '23:00' },
    oxygen: cylinders(...litres),
    abilities: { hfno: kind === 'ambulance-plus', isolation: true, bariatric: false },
    fictional: true,
  }
}

/** Of the source's helicopters only LL5 carries patients between ICs (R4). */
function helicopter(source: Source['micu']): Vehicle {
  const ll5 = source.helicopters.find((each) => each.id === 'lifeliner-5')
  if (!ll5) throw new Error('no lifeliner-5')
  return {
    id: 'll5',
    kind: 'helicopter',
    name: 'Lifeliner 5',
    org: 'micu-radboudumc',
    lat: ll5.lat,
    lon: ll5.lon,
    hours: hoursFrom(ll5.hours),
    oxygen: cylinders(10, 10),
    abilities: { hfno: false, isolation: true, bariatric: false },
    fictional: false,
  }
}

export function makeFleet(source: Source, centres: readonly MicuCentre[], ravs: readonly SafetyRegion[]) {
  return [
    ...micuVehicles(centres, source.hospitals),
    ...ambulances(ravs, source.hospitals),
    carried('ambplus-1', 'ambulance-plus', 'Ambulance+ 1', [50, 50, 10]),
    carried('ambplus-2', 'ambulance-plus', 'Ambulance+ 2', [50, 50, 10]),
    helicopter(source.micu),
    carried('bus-1', 'bus', 'Bus 1', [5]),
  ]
}
