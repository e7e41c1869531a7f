// Every screen with the person who opens it, on a story that has come to that point: for what must hold on all of
// them (languages, width, accessibility) and for the pictures. Used by test/flows/every-screen.story.ts.
import { randomUUID } from 'node:crypto'
import { plus } from './builders.ts'
import { confirmed, driven, filed, offered, planned, type Teller, type Told } from './told.ts'

export type Place = { name: string; person: string | null; path: string }

const shortage = {
  kind: 'urgent',
  ground: 'bed-shortage',
  purpose: 'capacity',
  admissionReason: 'other',
} as const
const hfno = { bed: 'ward', support: 'hfno', flow: 50, fio2: 50 } as const

/** Its own centre's MICU drives with another: the neighbours are asked. */
async function helpAsked(teller: Teller, told: Told): Promise<Told> {
  const desk = await teller.call('transport-desk@micu-umc-utrecht')
  const { transfer } = told
  await desk.act('help.ask', { help: randomUUID(), transfer, departAt: plus(60, teller.now()) })
  return told
}

/** Tells one story up to each stage and says where each stage is seen. */
export async function everyPlace(teller: Teller): Promise<Place[]> {
  const fresh = await filed(teller, shortage, 'diakonessenhuis-utrecht')
  const searching = await filed(teller, {}, 'radboudumc')
  const asked = await offered(teller, await filed(teller, {}, 'catharina-eindhoven'))
  const kept = await confirmed(
    teller,
    await offered(teller, await filed(teller, hfno, 'meander-amersfoort')),
    ['hfno'],
  )
  const driving = await driven(
    teller,
    await planned(teller, await confirmed(teller, await offered(teller, await filed(teller)))),
    'departed',
  )
  const short = await helpAsked(teller, await confirmed(teller, await offered(teller, await filed(teller))))
  return [
    { name: 'day-board', person: 'transport-desk@micu-umc-utrecht', path: '/ritten' },
    { name: 'fleet', person: 'secretary@db-lnaz', path: '/vloot' },
    { name: 'help', person: 'transport-desk@micu-umc-utrecht', path: `/vervoer/${short.transfer}` },
    { name: 'help-asked', person: 'transport-desk@micu-amsterdam-umc-amc', path: '/vervoer' },
    { name: 'sign-in', person: null, path: '/inloggen' },
    { name: 'work-list', person: 'rcps@azo', path: '/' },
    { name: 'request-new', person: 'intensivist@umc-utrecht', path: '/aanvraag' },
    { name: 'transfer', person: driving.referrer, path: `/aanvragen/${driving.transfer}` },
    { name: 'board', person: 'rcps@nazmn', path: '/bord' },
    { name: 'board-lcps', person: 'lcps@nl', path: '/bord' },
    { name: 'more', person: 'lcps@nl', path: '/meer' },
    { name: 'wishes', person: 'rcps@nazmn', path: '/pecc?bed=ward' },
    { name: 'wishes-lcps', person: 'lcps@nl', path: '/pecc' },
    { name: 'wishes-map', person: 'lcps@nl', path: '/pecc?beeld=kaart&regio=azo' },
    { name: 'match-queue', person: 'rcps@nazmn', path: '/matchen' },
    { name: 'match-verify', person: 'rcps@nazmn', path: `/matchen/${fresh.transfer}` },
    { name: 'match-choose', person: 'rcps@azo', path: `/matchen/${searching.transfer}` },
    { name: 'day-plan', person: 'lcps@nl', path: '/dagplan' },
    { name: 'alerts', person: `bed-desk@${asked.to}`, path: '/meldingen' },
    { name: 'letters', person: 'bed-desk@umcg-groningen', path: '/brieven' },
    { name: 'offers', person: `bed-desk@${asked.to}`, path: '/aanbod' },
    { name: 'offer', person: `bed-desk@${asked.to}`, path: `/aanbod/${asked.reservation}` },
    { name: 'offer-kept', person: `bed-desk@${kept.to}`, path: `/aanbod/${kept.reservation}` },
    { name: 'beds-own', person: 'bed-desk@umc-utrecht', path: '/bedden' },
    { name: 'beds-region', person: 'rcps@nazmn', path: '/bedden' },
    { name: 'beds-nation', person: 'lcps@nl', path: '/bedden' },
    {
      name: 'beds-hospital',
      person: 'rcps@azo',
      path: '/bedden?bed=ward&ziekenhuis=slingeland-doetinchem',
    },
    { name: 'beds-file', person: 'bed-desk@umc-utrecht', path: '/bedden/bestand' },
    { name: 'feeds', person: 'admin@brancard', path: '/mensen/koppelingen' },
    { name: 'transport', person: 'transport-desk@carrier-4b', path: '/vervoer' },
    { name: 'transport-plan', person: 'transport-desk@carrier-4b', path: `/vervoer/${kept.transfer}` },
    { name: 'my-ride', person: `crew@${driving.vehicle}`, path: '/rit' },
    { name: 'ride', person: 'transport-desk@micu-umc-utrecht', path: `/rit/${driving.ride}` },
    { name: 'phases', person: 'secretary@db-lnaz', path: '/fasen' },
    { name: 'report-day', person: 'lcps@nl', path: '/rapport' },
    { name: 'report-week', person: 'observer@igj', path: '/rapport?periode=week&dag=2026-11-15' },
    { name: 'report-region', person: 'rcps@nazb', path: '/rapport?dag=2026-11-20&regio=nazb' },
    { name: 'report-rides', person: 'lcps@nl', path: '/rapport?deel=ritten' },
    { name: 'forecast', person: 'lcps@nl', path: '/prognose' },
    { name: 'forecast-observer', person: 'observer@igj', path: '/prognose' },
    { name: 'settings', person: 'admin@brancard', path: '/instellingen' },
    { name: 'people-demo', person: 'admin@brancard', path: '/mensen' },
    { name: 'outbox', person: 'crew@micu-umc-utrecht-1', path: '/te-verzenden' },
    { name: 'emergency', person: 'crew@micu-umc-utrecht-1', path: '/noodtoegang' },
    { name: 'shares', person: 'secretary@roaz-chairs', path: '/verdeling' },
    { name: 'region-shares', person: 'secretary@nazmn', path: '/regio/nazmn?bed=ward' },
    { name: 'abroad', person: 'admin@brancard', path: '/buitenland' },
    { name: 'abroad-lcps', person: 'lcps@nl', path: '/buitenland' },
    { name: 'not-found', person: 'observer@igj', path: '/bestaat-niet' },
  ]
}
