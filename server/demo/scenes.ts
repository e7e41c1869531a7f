// The simulated morning as data: who asks what from where, how far it has come, and how many minutes ago that was.
// Read by morning.ts. Every patient is invented.
import type { Bed, Purpose, Support } from '#shared/terms.ts'
import type { Ending } from './acts.ts'

/** The acts of a transfer in their order; a scene plays them up to and including its own last. */
export const LINE = [
  'submit',
  'claim',
  'verify',
  'hand-over',
  'offer',
  'acknowledge',
  'confirm',
  'plan',
  'accept',
  'en-route',
  'at-origin',
  'departed',
  'at-destination',
  'handed-over',
  'available',
  'close',
] as const
export type Act = (typeof LINE)[number]

export type Scene = {
  from: string
  bed: Bed
  /** `shortage`: urgent for want of a bed; `urgent`: for the patient's own sake. */
  track: 'planned' | 'urgent' | 'shortage'
  purpose: Purpose
  support?: Support
  /** Escorted by the hospital's own intensivist. */
  escort?: true
  /** Offered straight to this hospital by its referrer. */
  directedTo?: string
  /** Handed over to the LCPS although the region has beds. */
  national?: true
  /** Named by its RCPS for the day's wanted movements, which hands it over. */
  named?: true
  last: Act
  /** What happened after that. */
  ending?: Ending
  minutesAgo: number
}

const ic = { bed: 'ic', support: 'invasive' } as const
const ward = { bed: 'ward', support: 'low-flow' } as const
const hfno = { bed: 'ward', support: 'hfno' } as const
const spread = { track: 'planned', purpose: 'spreading', national: true } as const
const shortage = { track: 'shortage', purpose: 'capacity' } as const
const planned = { track: 'planned', purpose: 'spreading' } as const

export const scenes: readonly Scene[] = [
  // Midden-Nederland: no IC bed left.
  { from: 'umc-utrecht', ...ic, ...shortage, last: 'submit', minutesAgo: 9 },
  { from: 'meander-amersfoort', ...ic, ...shortage, last: 'claim', minutesAgo: 4 },
  { from: 'antonius-nieuwegein', ...ic, ...shortage, last: 'hand-over', minutesAgo: 12 },
  { from: 'diakonessenhuis-utrecht', ...ic, ...shortage, last: 'offer', minutesAgo: 6 },
  { from: 'umc-utrecht', ...ic, ...shortage, last: 'confirm', minutesAgo: 14 },
  // Ward patients on HFNO: both ambulance+ are out.
  { from: 'catharina-eindhoven', ...hfno, ...spread, last: 'departed', minutesAgo: 16 },
  { from: 'zuyderland-heerlen', ...hfno, ...spread, last: 'en-route', minutesAgo: 7 },
  { from: 'meander-amersfoort', ...hfno, ...spread, last: 'confirm', minutesAgo: 21 },
  { from: 'elkerliek-helmond', ...hfno, ...planned, last: 'submit', minutesAgo: 18 },
  // Brabant and Limburg carry more than their share.
  {
    from: 'etz-elisabeth-tilburg',
    ...ic,
    ...spread,
    named: true,
    escort: true,
    last: 'departed',
    minutesAgo: 35,
  },
  { from: 'amphia-breda', ...ic, ...spread, named: true, last: 'plan', minutesAgo: 3 },
  { from: 'catharina-eindhoven', ...ic, ...spread, last: 'offer', minutesAgo: 17 },
  { from: 'jeroen-bosch', ...ic, ...spread, named: true, last: 'acknowledge', minutesAgo: 8 },
  { from: 'maxima-veldhoven', ...ward, ...spread, named: true, last: 'handed-over', minutesAgo: 22 },
  { from: 'bernhoven-uden', ...ward, ...spread, named: true, last: 'hand-over', minutesAgo: 26 },
  { from: 'amphia-breda', ...ward, ...spread, last: 'acknowledge', ending: 'counter', minutesAgo: 13 },
  { from: 'bravis-roosendaal', ...ward, ...planned, last: 'offer', ending: 'decline', minutesAgo: 19 },
  { from: 'mumc-maastricht', ...ic, ...spread, named: true, last: 'at-origin', minutesAgo: 5 },
  { from: 'viecuri-venlo', ...ic, ...spread, escort: true, last: 'confirm', minutesAgo: 24 },
  { from: 'laurentius-roermond', ...ward, ...spread, named: true, last: 'confirm', minutesAgo: 31 },
  { from: 'zuyderland-sittard-geleen', ...ward, ...planned, last: 'claim', minutesAgo: 15 },
  // Oost.
  { from: 'radboudumc', ...ic, ...spread, named: true, last: 'close', minutesAgo: 44 },
  { from: 'rijnstate-arnhem', ...ward, ...planned, last: 'plan', minutesAgo: 10 },
  { from: 'cwz-nijmegen', ...ward, ...spread, last: 'offer', minutesAgo: 23 },
  // Rotterdam and Zeeland.
  { from: 'ikazia-rotterdam', ...ic, ...planned, last: 'available', minutesAgo: 9 },
  { from: 'maasstad-rotterdam', ...ward, ...planned, last: 'at-destination', minutesAgo: 12 },
  {
    from: 'adrz-goes',
    ...ic,
    track: 'urgent',
    purpose: 'specialist-care',
    directedTo: 'erasmus-mc',
    escort: true,
    last: 'accept',
    minutesAgo: 3,
  },
  { from: 'adrz-vlissingen', ...ward, ...planned, last: 'submit', minutesAgo: 33 },
  // Den Haag and Leiden.
  { from: 'haga-den-haag', ...ward, ...planned, last: 'confirm', ending: 'hold', minutesAgo: 20 },
  { from: 'groene-hart-gouda', ...ward, ...planned, last: 'claim', ending: 'withdraw', minutesAgo: 27 },
  // Noord-Holland and Flevoland.
  { from: 'zaans-mc', ...ic, ...shortage, last: 'claim', ending: 'reject', minutesAgo: 29 },
  {
    from: 'amsterdam-umc-amc',
    ...ward,
    track: 'planned',
    purpose: 'return',
    directedTo: 'flevoziekenhuis',
    last: 'en-route',
    minutesAgo: 8,
  },
  { from: 'spaarne-hoofddorp', ...ward, ...planned, last: 'acknowledge', minutesAgo: 7 },
  // Noord and Oost-Nederland.
  {
    from: 'treant-emmen',
    ...ic,
    track: 'urgent',
    purpose: 'specialist-care',
    directedTo: 'umcg-groningen',
    last: 'plan',
    minutesAgo: 6,
  },
  { from: 'frisius-leeuwarden', ...ward, ...planned, last: 'confirm', minutesAgo: 16 },
  { from: 'deventer-ziekenhuis', ...ward, ...planned, last: 'at-origin', minutesAgo: 6 },
  { from: 'zgt-almelo', ...ward, ...planned, last: 'submit', minutesAgo: 14 },
  { from: 'skb-winterswijk', ...ic, ...planned, last: 'offer', minutesAgo: 9 },
  // What the LCPS has before it: the day's plan is made from these.
  { from: 'maasstad-rotterdam', ...ic, ...spread, last: 'hand-over', minutesAgo: 21 },
  { from: 'jeroen-bosch', ...ic, ...spread, last: 'hand-over', minutesAgo: 24 },
  { from: 'etz-elisabeth-tilburg', ...ic, ...spread, last: 'hand-over', minutesAgo: 30 },
  { from: 'mumc-maastricht', ...ic, ...spread, last: 'hand-over', minutesAgo: 28 },
  { from: 'zuyderland-heerlen', ...ic, ...spread, last: 'hand-over', minutesAgo: 16 },
  { from: 'viecuri-venlo', ...ic, ...spread, last: 'hand-over', minutesAgo: 38 },
  { from: 'umc-utrecht', ...ic, ...shortage, last: 'hand-over', minutesAgo: 8 },
  { from: 'amphia-breda', ...ward, ...spread, last: 'hand-over', minutesAgo: 34 },
  { from: 'catharina-eindhoven', ...ward, ...spread, last: 'hand-over', minutesAgo: 29 },
  { from: 'maxima-veldhoven', ...ward, ...spread, last: 'hand-over', minutesAgo: 25 },
  { from: 'laurentius-roermond', ...ward, ...spread, last: 'hand-over', minutesAgo: 23 },
  { from: 'elkerliek-helmond', ...hfno, ...spread, last: 'hand-over', minutesAgo: 20 },
  { from: 'cwz-nijmegen', ...ward, ...spread, last: 'hand-over', minutesAgo: 17 },
  // Wanted by the day's picture, and there already.
  { from: 'amphia-breda', ...ic, ...spread, named: true, escort: true, last: 'close', minutesAgo: 58 },
]
