// What is photographed: every screen, by whom it is opened, and what is done on it before the picture.
// Read by scripts/shots.ts.
import type { Page } from '@playwright/test'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { answer, icShortage } from '#test/support/filing.ts'
import { everyPlace } from '#test/support/places.ts'
import { typeCode } from '#test/support/screens.ts'
import { confirmed, driven, filed, offered, planned, type Teller, type Told } from '#test/support/told.ts'
import { frame } from './frame.ts'
import { press, type Shot } from './shot.ts'

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
