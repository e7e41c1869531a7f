// The screens of the demo's morning as they are found, without anything that has to happen first. Read by what.ts.
import type { Page } from '@playwright/test'
import { press, type Shot } from './shot.ts'

/** A plan changes nothing but what is kept as the last one. */
async function makePlan(page: Page): Promise<void> {
  await press(/^Bereken/)(page)
  await page.getByText('bewezen optimaal').waitFor()
  await page.getByRole('table', { name: 'Wie gaat waarheen' }).waitFor()
}

export const frame: Shot[] = [
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
  {
    name: 'fleet-team',
    person: 'transport-desk@micu-umc-utrecht',
    path: '/vloot',
    async before(page) {
      await press('Zet een extra team in')(page)
      await press('Leg het besluit vast')(page)
    },
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
