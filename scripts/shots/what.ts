// What is photographed: every screen, by whom it is opened, and what is done on it before the picture.
// Read by scripts/shots.ts.
import type { Page } from '@playwright/test'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { answer, icShortage } from '#test/support/filing.ts'
import { everyPlace } from '#test/support/places.ts'
import { typeCode } from '#test/support/screens.ts'
import { confirmed, driven, filed, offered, planned, type Teller, type Told } from '#test/support/told.ts'

export type Shot = {
  name: string
  /** Nobody: signed out. */
  person: string | null
  path: string
  /** Looks only, but for the last: nothing of it may change the server's state. */
  before?: (page: Page) => Promise<void>
  /** Just what fits the window: dialogs, and what stands under the thumb. */
  fold?: boolean
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

const workLists: Shot[] = [
  ['referrer', 'intensivist@umc-utrecht'],
  ['rcps', 'rcps@nazmn'],
  ['lcps', 'lcps@nl'],
  ['bed-desk', 'bed-desk@umcg-groningen'],
  ['transport-desk', 'transport-desk@micu-umc-utrecht'],
  ['empty', 'ward-staff@isala-meppel'],
].map(([who = '', person = '']) => ({ name: `work-${who}`, person, path: '/' }))

const fill = (page: Page) => answer(page, icShortage.chips, icShortage.typed)
const form: Shot[] = [
  { name: 'form-filled', person: 'intensivist@umc-utrecht', path: '/aanvraag', before: fill },
  {
    name: 'form-errors',
    person: 'intensivist@umc-utrecht',
    path: '/aanvraag',
    async before(page) {
      await answer(page, { 'Hoe snel': 'Spoed: geen bed vrij', Ondersteuning: 'HFNO' }, { Leeftijd: '15' })
      await press('Verstuur aanvraag')(page)
    },
  },
  { name: 'form-ward', person: 'ward-staff@umc-utrecht', path: '/aanvraag' },
]

/** A plan changes nothing but what is kept as the last one. */
async function makePlan(page: Page): Promise<void> {
  await press(/^Bereken/)(page)
  await page.getByText('bewezen optimaal').waitFor()
  await page.getByRole('table', { name: 'Wie gaat waarheen' }).waitFor()
}

const frame: Shot[] = [
  { name: 'account', person: 'rcps@nazmn', path: '/', before: press(/^Wie ik ben/), fold: true },
  {
    name: 'sign-in-search',
    person: null,
    path: '/inloggen',
    before: (page) => page.getByLabel('Zoek op plaats of rol').fill('utrecht'),
  },
  { name: 'beds-ward', person: 'rcps@nazmn', path: '/bedden?bed=ward' },
  { name: 'beds-nation-region', person: 'lcps@nl', path: '/bedden?regio=azo&bed=ic' },
  { name: 'beds-disputed', person: 'bed-desk@slingeland-doetinchem', path: '/bedden' },
  { name: 'beds-reminded', person: 'rcps@aznn', path: '/', fold: true },
  {
    name: 'beds-corrected',
    person: 'rcps@azo',
    path: '/bedden?bed=ward&ziekenhuis=rivierenland-tiel',
  },
  { name: 'day-board-micu', person: 'transport-desk@micu-umc-utrecht', path: '/ritten' },
  { name: 'fleet-db', person: 'secretary@db-lnaz', path: '/vloot' },
  { name: 'fleet-micu', person: 'transport-desk@micu-umc-utrecht', path: '/vloot' },
  {
    name: 'fleet-change',
    person: 'transport-desk@micu-umc-utrecht',
    path: '/vloot',
    before: press('Wijzig MICU Utrecht 1'),
    fold: true,
  },
  {
    name: 'fleet-new',
    person: 'transport-desk@rav-vr09',
    path: '/vloot',
    before: press('Voeg een voertuig toe'),
  },
  { name: 'day-board-nation', person: 'lcps@nl', path: '/ritten' },
  {
    name: 'day-board-plan',
    person: 'transport-desk@micu-umc-utrecht',
    path: '/ritten',
    async before(page) {
      await press('Bereken de beste invulling')(page)
      await page.getByText(/^Bewezen|^Niet bewezen/).waitFor()
      await press(/^Plan [0-9A-Z]{3}-/)(page)
    },
  },
  { name: 'report-rides', person: 'lcps@nl', path: '/rapport?deel=ritten' },
  { name: 'report-rides-observer', person: 'observer@igj', path: '/rapport?deel=ritten&periode=week' },
  { name: 'transport-micu', person: 'transport-desk@micu-umc-utrecht', path: '/vervoer' },
  { name: 'day-plan-made', person: 'lcps@nl', path: '/dagplan?bed=ic', before: makePlan },
  { name: 'wishes-map', person: 'lcps@nl', path: '/pecc?beeld=kaart' },
  { name: 'wishes-rcps', person: 'rcps@nazb', path: '/pecc' },
  {
    name: 'wishes-publish',
    person: 'lcps@nl',
    path: '/pecc?bed=ward',
    before: press('Herzie'),
  },
  { name: 'match-queue-lcps', person: 'lcps@nl', path: '/matchen' },
  { name: 'phases-observer', person: 'observer@igj', path: '/fasen' },
  { name: 'shares-lcps', person: 'lcps@nl', path: '/verdeling' },
  { name: 'shares-observer-ward', person: 'observer@igj', path: '/verdeling?bed=ward' },
  {
    name: 'shares-exempt',
    person: 'secretary@roaz-chairs',
    path: '/verdeling',
    before: press('Leg een vrijstelling vast'),
  },
  {
    name: 'shares-key',
    person: 'lcps@nl',
    path: '/verdeling',
    before: press('Leg een nieuwe sleutel vast'),
  },
  { name: 'abroad-lcps', person: 'lcps@nl', path: '/buitenland' },
  { name: 'abroad-admin', person: 'admin@brancard', path: '/buitenland' },
  { name: 'alerts-lcps', person: 'lcps@nl', path: '/meldingen' },
  { name: 'region-shares', person: 'secretary@nazmn', path: '/regio/nazmn' },
  {
    name: 'region-shares-key',
    person: 'secretary@nazmn',
    path: '/regio/nazmn',
    before: press('Stel de regiosleutel in'),
  },
  { name: 'ride-none', person: 'crew@amb-vr25-4', path: '/rit' },
  {
    name: 'beds-edited',
    person: 'bed-desk@isala-zwolle',
    path: '/bedden',
    before: press('Meer: Bezet'),
  },
  {
    name: 'offline',
    person: 'rcps@nazmn',
    path: '/matchen',
    async before(page) {
      await page.context().setOffline(true)
      await page.evaluate(() => dispatchEvent(new Event('offline')))
      await page.getByText('Geen verbinding').first().waitFor()
    },
  },
]

async function divert(page: Page): Promise<void> {
  await page.getByText('Meer: afbreken of uitwijken').click()
  await press('Wijk uit naar een ander ziekenhuis')(page)
}

async function deskOf(teller: Teller, { referrer, transfer }: Told): Promise<string> {
  const caller = await teller.call(referrer)
  const { transfer: row } = (await caller.get<TransferDetail>(`/api/transfers/${transfer}`)) as TransferDetail
  return `transport-desk@${row.desks[0]}`
}

type Ready = (from: string) => Promise<Told>

/** A ride with the patient from every side, and one that was declined. */
async function onTheRoad(teller: Teller, ready: Ready): Promise<Shot[]> {
  const road = await driven(teller, await ready('deventer-ziekenhuis'), 'departed')
  const stopped = await ready('gelre-apeldoorn')
  const crew = await teller.call(`crew@${stopped.vehicle}`)
  await crew.act('ride.decline', { ride: stopped.ride, why: 'no-time-in-shift' })
  const rest = { path: `/aanvragen/${road.transfer}` }
  return [
    {
      name: 'ride-shared',
      person: `crew@${road.vehicle}`,
      path: `/rit/${road.ride}`,
      async before(page) {
        await page.context().grantPermissions(['geolocation'])
        await page.context().setGeolocation({ latitude: 52.3, longitude: 6.0 })
        await page.getByRole('switch', { name: /positie/ }).click()
        await page.getByText(/^Gedeeld om/).waitFor()
      },
    },
    {
      name: 'ride-divert',
      person: `crew@${road.vehicle}`,
      path: `/rit/${road.ride}`,
      before: divert,
      fold: true,
    },
    { name: 'transfer-referrer', person: road.referrer, ...rest },
    { name: 'transfer-receiver', person: `bed-desk@${road.to}`, ...rest },
    { name: 'offer-coming', person: `bed-desk@${road.to}`, path: `/aanbod/${road.reservation}` },
    { name: 'transport-ride', person: await deskOf(teller, road), path: `/vervoer/${road.transfer}` },
    {
      name: 'transport-declined',
      person: await deskOf(teller, stopped),
      path: `/vervoer/${stopped.transfer}`,
    },
  ]
}

/** The crew's screen at every step. */
async function rides(teller: Teller): Promise<Shot[]> {
  // Escorted: of ambulances there are always some free.
  const escort = { criteria: 'Stabiel onder sedatie, eigen verpleegkundige rijdt mee.' }
  const ready: Ready = async (from) =>
    planned(teller, await confirmed(teller, await offered(teller, await filed(teller, { escort }, from))))
  const next = await ready('isala-zwolle')
  const bed = await driven(teller, await ready('mst-enschede'), 'at-origin')
  const done = await driven(teller, await ready('treant-emmen'), 'handed-over')
  const atBed = { person: `crew@${bed.vehicle}`, path: `/rit/${bed.ride}`, fold: true }
  const wrong = bed.code.endsWith('222') ? '333' : '222'
  return [
    { name: 'ride-1-planned', person: `crew@${next.vehicle}`, path: `/rit/${next.ride}`, fold: true },
    { name: 'ride-2-at-bed', ...atBed },
    { name: 'ride-3-code', ...atBed, before: press('Meld vertrek') },
    {
      name: 'ride-4-mismatch',
      ...atBed,
      async before(page) {
        await press('Meld vertrek')(page)
        await typeCode(page, wrong)
      },
    },
    {
      name: 'ride-5-override',
      ...atBed,
      async before(page) {
        await press('Meld vertrek')(page)
        await press('Code niet te lezen')(page)
      },
    },
    { name: 'ride-6-handed-over', person: `crew@${done.vehicle}`, path: `/rit/${done.ride}`, fold: true },
    { name: 'ride-whole', person: `crew@${bed.vehicle}`, path: `/rit/${bed.ride}` },
    ...(await onTheRoad(teller, ready)),
    { name: 'transfer-done', person: done.referrer, path: `/aanvragen/${done.transfer}` },
  ]
}

/** A match and an offer in each of their stages. */
async function matches(teller: Teller): Promise<Shot[]> {
  const national = await filed(teller, {}, 'jeroen-bosch')
  const rcps = await teller.call(national.rcps)
  await rcps.act('transfer.hand-over', {
    transfer: national.transfer,
    note: 'De regio zit boven haar aandeel.',
  })
  const asked = await offered(teller, await filed(teller, { specials: ['crrt'] }, 'maxima-veldhoven'))
  const desk = await teller.call(`bed-desk@${asked.to}`)
  await desk.act('reservation.acknowledge', { reservation: asked.reservation })
  const nation = { person: 'lcps@nl', path: `/matchen/${national.transfer}` }
  const confirm = { person: `bed-desk@${asked.to}`, path: `/aanbod/${asked.reservation}` }
  return [
    { name: 'match-national', ...nation },
    {
      name: 'match-excluded',
      ...nation,
      before: (page) =>
        page
          .getByText(/vallen af$/)
          .first()
          .click(),
    },
    { name: 'match-second', ...nation, before: (page) => page.getByRole('radio').nth(1).check() },
    { name: 'match-offered', person: 'lcps@nl', path: `/matchen/${asked.transfer}` },
    { name: 'offer-confirm', ...confirm },
    { name: 'offer-decline', ...confirm, before: press('Wijs af'), fold: true },
    {
      name: 'hand-over',
      person: 'rcps@nazb',
      path: `/matchen/${(await filed(teller, {}, 'amphia-breda')).transfer}`,
      before: press('Draag over aan LCPS'),
      fold: true,
    },
  ]
}

/** Files requests, so it comes last. */
const receipt: Shot = {
  name: 'receipt',
  person: 'intensivist@umc-utrecht',
  path: '/aanvraag',
  async before(page) {
    await fill(page)
    await press('Verstuur aanvraag')(page)
    await page.getByRole('heading', { name: 'Aanvraag ontvangen' }).waitFor()
  },
}

/** All of it, on a server that has its morning behind it. */
export async function everyShot(teller: Teller): Promise<Shot[]> {
  const places = await everyPlace(teller)
  return [
    ...places,
    ...workLists,
    ...form,
    ...frame,
    ...(await matches(teller)),
    ...(await rides(teller)),
    receipt,
  ]
}
