import { type Break, pick, utrecht } from './broken-reference.ts'

/** MICU centres, partners, fleet and roads that do not fit. */
export const breaksOfTransport: readonly Break[] = [
  [
    'a MICU centre twice',
    'duplicate',
    'micu-centres: micu-radboudumc',
    (c) => (pick(c.micuCentres, 'micu-umc-utrecht').id = 'micu-radboudumc'),
  ],
  [
    'a partner twice',
    'duplicate',
    'partners: uk-muenster',
    (c) => c.partners.push(structuredClone(pick(c.partners, 'uk-muenster'))),
  ],
  [
    'a vehicle twice',
    'duplicate',
    'fleet: amb-vr09-1',
    (c) => (pick(c.fleet, 'amb-vr09-2').id = 'amb-vr09-1'),
  ],
  ['a call sign twice', 'duplicate', 'fleet name: Bus 1', (c) => (pick(c.fleet, 'll5').name = 'Bus 1')],
  [
    'a carrier with the id of a RAV',
    'duplicate',
    'organisations: rav-vr09',
    (c) => c.carriers.push({ ...pick(c.carriers, 'carrier-4b'), id: 'rav-vr09' }),
  ],
  [
    'a MICU centre at an unknown hospital',
    'unknown-id',
    'micu-centres hospital: nergens',
    (c) => (pick(c.micuCentres, 'micu-umc-utrecht').hospital = 'nergens'),
  ],
  [
    'a MICU centre that serves an unknown region',
    'unknown-id',
    'micu-centres regions: nergens',
    (c) => pick(c.micuCentres, 'micu-umc-utrecht').regions.push('nergens'),
  ],
  [
    'a vehicle of an unknown organisation',
    'unknown-id',
    'fleet org: nergens',
    (c) => (pick(c.fleet, 'bus-1').org = 'nergens'),
  ],
  ['a vehicle in Germany', 'outside-netherlands', 'fleet: ll5', (c) => (pick(c.fleet, 'll5').lon = 7.6)],
  [
    'a carrier in the sea',
    'outside-netherlands',
    'carriers: carrier-4b',
    (c) => (pick(c.carriers, 'carrier-4b').lat = 54),
  ],
  [
    'a MICU flag without a centre',
    'micu-centre-flag',
    'hospitals: lumc-leiden',
    (c) => (pick(c.hospitals, 'lumc-leiden').micuCentre = true),
  ],
  [
    'a centre without its flag',
    'micu-centre-flag',
    'hospitals: umc-utrecht',
    (c) => (utrecht(c).micuCentre = false),
  ],
  [
    'a centre without its vehicle',
    'micu-vehicles',
    'fleet: micu-isala-zwolle',
    (c) => (pick(c.fleet, 'micu-isala-zwolle-1').org = 'micu-umc-utrecht'),
  ],
  [
    'eight MICU vehicles',
    'micu-vehicles',
    'fleet: 8 of at most 14',
    (c) =>
      c.fleet.push({
        ...pick(c.fleet, 'micu-isala-zwolle-1'),
        id: 'micu-isala-zwolle-2',
        name: 'MICU Zwolle 2',
      }),
  ],
  [
    'fifteen MICU vehicles at most',
    'micu-vehicles',
    'fleet: 7 of at most 15',
    (c) => (pick(c.micuCentres, 'micu-umc-utrecht').vehicles.max = 3),
  ],
  [
    'a MICU that carries HFNO',
    'hfno-in-wrong-vehicle',
    'fleet: micu-umc-utrecht-1',
    (c) => (pick(c.fleet, 'micu-umc-utrecht-1').abilities.hfno = true),
  ],
  [
    'an ambulance+ that does not',
    'hfno-in-wrong-vehicle',
    'fleet: ambplus-1',
    (c) => (pick(c.fleet, 'ambplus-1').abilities.hfno = false),
  ],
  [
    'Lifeliner 1 in the fleet',
    'helicopter-not-ll5',
    'fleet: ll1',
    (c) => c.fleet.push({ ...pick(c.fleet, 'll5'), id: 'll1', name: 'Lifeliner 1' }),
  ],
  [
    'a partner at home',
    'partner-at-home',
    'partners: uk-muenster',
    (c) => (pick(c.partners, 'uk-muenster').country = 'NL'),
  ],
  ['two hospitals in another order', 'distance-table', 'distances', (c) => c.hospitals.reverse()],
  ['a distance too few', 'distance-table', 'distances', (c) => c.distances.micuMinutes.pop()],
  [
    'a road shorter than the line',
    'distance-implausible',
    'distances: mst-enschede – zgt-almelo',
    (c) => (c.distances.km[0] = 20),
  ],
  [
    'a road of four times the line',
    'distance-implausible',
    'distances: mst-enschede – zgt-almelo',
    (c) => (c.distances.km[0] = 88),
  ],
  [
    'a MICU at walking pace',
    'distance-implausible',
    'distances: mst-enschede – zgt-almelo',
    (c) => (c.distances.micuMinutes[0] = 300),
  ],
  [
    'an ambulance that is there at once',
    'distance-implausible',
    'distances: mst-enschede – zgt-almelo',
    (c) => (c.distances.ambulanceSooner[0] = 24),
  ],
]
