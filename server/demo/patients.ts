// Invented patients for the simulated morning: a request as a referrer would file it. Used by acts.ts.
import type { TransferRequest } from '#shared/transfers/request.ts'
import type { Scene } from './scenes.ts'
import type { Seeded } from './seeded.ts'

const CALLBACK = { ic: 'dienstdoend intensivist', ward: 'afdelingsarts van dienst' } as const

/** Invented, and the same everywhere: no hospital's own map. */
const PLACE = { ic: 'IC 2, ingang ambulancehal', ward: 'Afdeling C3, ingang ambulancehal' } as const

export function requestOf(scene: Scene, at: string, random: Seeded): TransferRequest {
  const { bed, track, purpose, directedTo } = scene
  const covid = purpose === 'spreading'
  return {
    bed,
    kind: track === 'planned' ? 'planned' : 'urgent',
    ...(track === 'planned' ? {} : { ground: track === 'shortage' ? 'bed-shortage' : 'patient-bound' }),
    purpose,
    ...(directedTo === undefined ? {} : { directedTo }),
    admissionReason: covid ? 'covid' : 'other',
    readyFrom: new Date(Date.parse(at) + random.between(1, 6) * 15 * 60_000).toISOString(),
    age: random.between(38, 82),
    sex: random.pick(['m', 'f']),
    isolation: covid ? 'droplet' : 'none',
    frail: false,
    geriatricianConsulted: false,
    treatmentLimits: random.pick(['full', 'full', 'full', 'no-resuscitation']),
    ...breathing(scene, random),
    map: random.between(65, 85),
    trend: random.pick(['stable', 'improving']),
    avpu: bed === 'ic' ? random.pick(['unresponsive', 'voice']) : 'alert',
    familyInformed: true,
    gpInformed: random.pick([true, false]),
    ...(scene.escort === undefined
      ? {}
      : {
          escort: {
            ticked: ['ventilation-stable', 'circulation-stable', 'escort-skilled'],
            criteria: 'Stabiel onder sedatie, geen dosiswijziging.',
            line: { role: 'Begeleidend intensivist', phone: '088 555 0147' },
          },
        }),
    canSit: false,
    place: PLACE[bed],
    // 088 5550 1xx: nobody's line.
    callback: { role: CALLBACK[bed], phone: `088 5550 ${random.between(100, 199)}` },
  }
}

type Breathing = Pick<TransferRequest, 'support' | 'spo2' | 'breathingRate' | 'vasoactive' | 'specials'> &
  Partial<Pick<TransferRequest, 'weight' | 'flow' | 'fio2' | 'peep' | 'minuteVolume'>>

function breathing({ bed, support = 'none' }: Scene, random: Seeded): Breathing {
  const common = {
    support,
    spo2: random.between(91, 96),
    breathingRate: random.between(16, 26),
    vasoactive: bed === 'ic' ? random.pick(['none', 'stable'] as const) : ('none' as const),
    specials: bed === 'ic' ? (['arterial-line', 'cvc'] as const).slice() : [],
    ...(bed === 'ic' ? { weight: random.between(58, 110) } : {}),
  }
  if (support === 'low-flow') return { ...common, flow: random.between(1, 5) }
  if (support === 'hfno') return { ...common, flow: random.between(40, 60), fio2: random.between(45, 60) }
  if (support === 'none') return common
  const ventilation = { peep: random.between(8, 14), minuteVolume: random.between(70, 110) / 10 }
  return { ...common, fio2: random.between(35, 60), ...ventilation }
}
