import type { Page } from '@playwright/test'
import { RIDE_LINE_STATES } from '#shared/rides/ride.ts'
import type { Snapshot, TransferDetail } from '#shared/wire/reads.ts'
import { plus } from '#test/support/builders.ts'
import { type Caller, callAs } from '#test/support/commands.ts'
import { startDeadZone } from '#test/support/dead-zone.ts'
import { aPocketPhone } from '#test/support/pocket-phone.ts'
import { turnOn, typeCode } from '#test/support/screens.ts'
import { expect, type Stage, test } from '#test/support/stage.ts'
import { callSign, confirmed, filed, offered, planned, type Told } from '#test/support/told.ts'

// The installed app lives by the machine's own clock, and so must its server.
test.use({ startsAt: new Date().toISOString() })

/** A ride that was planned forty minutes ago, told by people whose phones had no signal until now. */
async function aPlannedRide(stage: Stage): Promise<Told> {
  const then = () => plus(-40, stage.now())
  const callers: Caller[] = []
  const teller = {
    now: then,
    async call(person: string) {
      const caller = await callAs(stage.url, person, then)
      callers.push(caller)
      return caller
    },
  }
  const told = await planned(teller, await confirmed(teller, await offered(teller, await filed(teller))))
  for (const caller of callers) await caller.dispose()
  return told
}

const tap = (page: Page, name: string) => page.getByRole('button', { name }).tap()
const sees = (page: Page, name: string) => expect(page.getByRole('button', { name })).toBeVisible()

/** What the crew needs of the patient, and that it is not the server's word of now. */
async function seesKeptFacts(page: Page): Promise<void> {
  await expect(page.getByText('61 jr · Vrouw')).toBeVisible()
  await expect(page.getByText('Invasief beademd')).toBeVisible()
  await expect(page.getByText('dienstdoend intensivist').first()).toBeVisible()
  await expect(page.getByText(/Zoals dit toestel ze bewaarde om/)).toBeVisible()
}

const keptRides = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('brancard')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const db = asked.result
          const count = db.transaction('rideFacts').objectStore('rideFacts').count()
          count.onsuccess = () => {
            db.close()
            resolve(count.result)
          }
        }
      }),
  )

test('a whole ride without signal, the phone dead twice: all of it arrives, in order, at the times it was', async ({
  stage,
}) => {
  const told = await aPlannedRide(stage)
  const doctor = await stage.open(told.referrer, `/aanvragen/${told.transfer}`)
  const turn = `Bemanning ${callSign(told.vehicle)}`
  await expect(turnOn(doctor)).toContainText(`${turn} moet de rit accepteren`)

  const zone = await startDeadZone(stage.url)
  const phone = aPocketPhone(zone.url, `crew@${told.vehicle}`)
  let page = await phone.start('/rit')
  await sees(page, 'Accepteer rit')
  await expect(page.getByText('61 jr · Vrouw')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => keptRides(page)).toBe(1)
  const lost = Date.now()
  zone.enter()
  await expect(page.getByText(/Verbinding zoeken ·|Geen verbinding ·/)).toBeVisible()

  await tap(page, 'Accepteer rit')
  await tap(page, 'Rijd naar patiënt')
  await sees(page, 'Bij de patiënt')
  await expect(page.getByText('2 meldingen nog niet verzonden')).toBeVisible()
  await phone.kill()

  page = await phone.start('/rit')
  await seesKeptFacts(page)
  await expect(page.getByText('2 meldingen nog niet verzonden')).toBeVisible()
  await tap(page, 'Bij de patiënt')
  await tap(page, 'Meld vertrek')
  await typeCode(page, told.code.slice(-3))
  // One step too far, taken back.
  await tap(page, 'Meld aankomst')
  await sees(page, 'Patiënt overgedragen')
  await tap(page, 'Ongedaan maken')
  await sees(page, 'Meld aankomst')
  await expect(page.getByText('6 meldingen nog niet verzonden')).toBeVisible()
  await phone.kill()

  page = await phone.start('/rit')
  await seesKeptFacts(page)
  await tap(page, 'Meld aankomst')
  await tap(page, 'Patiënt overgedragen')
  await tap(page, 'Corrigeer een tijd')
  const sheet = page.getByRole('dialog', { name: 'Tijd corrigeren' })
  await sheet.getByRole('radio', { name: /Geaccepteerd/ }).check()
  await sheet.getByRole('button', { name: '5 min eerder' }).tap()
  await sheet.getByRole('button', { name: /^Bewaar/ }).tap()
  await expect(page.getByText(/gecorrigeerd, eerst/)).toBeVisible()
  await tap(page, 'Weer beschikbaar')
  await expect(page.getByText('Deze rit is klaar')).toBeVisible()
  await expect(page.getByText('10 meldingen nog niet verzonden')).toBeVisible()
  await expect(turnOn(doctor)).toContainText(`${turn} moet de rit accepteren`)

  const referrer = await stage.call(told.referrer)
  const when = { lost, found: Date.now(), serverFound: await serverNow(referrer) }
  zone.leave()
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await expect(page.getByText(/nog niet verzonden/)).toBeHidden()
  await expect(turnOn(doctor)).toContainText('sluit af')
  await expect(doctor.getByText('Tijd van ritstap gecorrigeerd')).toBeVisible()
  await expect(doctor.getByText(/Geaccepteerd: \d\d:\d\d, eerst \d\d:\d\d/)).toBeVisible()
  await expect.poll(() => keptRides(page)).toBe(0)

  await arrivedWhole(referrer, told, when)
  await phone.destroy()
  await zone.close()
})

const serverNow = async (by: Caller): Promise<number> =>
  Date.parse(((await by.get<Snapshot>('/api/snapshot')) as Snapshot).at)

/** By the phone's clock when signal was lost and found, and by the server's when it was found. */
type When = { lost: number; found: number; serverFound: number }

/** As the referrer's own phone gets it from the server. */
async function arrivedWhole(by: Caller, told: Told, when: When): Promise<void> {
  const { ride, timeline } = (await by.get<TransferDetail>(
    `/api/transfers/${told.transfer}`,
  )) as TransferDetail
  const names = timeline.filter(({ subject }) => subject === 'ride').map(({ name }) => name)
  const steps = (count: number) => Array<string>(count).fill('ride.advanced')
  expect(names).toEqual([
    'ride.planned',
    'ride.accepted',
    ...steps(4),
    'ride.undone',
    ...steps(2),
    'ride.corrected',
    'ride.advanced',
  ])
  expect(ride).toMatchObject({ state: 'available', checked: 'code' })
  const times = RIDE_LINE_STATES.map((step) => ride?.times[step])
  let before = 0
  for (const [index, time] of times.entries()) {
    const at = Date.parse(time?.at ?? '')
    const tapped = Date.parse(time?.first ?? time?.at ?? '')
    expect(tapped).toBeGreaterThanOrEqual(when.lost)
    expect(tapped).toBeLessThan(when.found)
    expect(Date.parse(time?.entered ?? '')).toBeGreaterThanOrEqual(when.serverFound)
    expect(at).toBeGreaterThanOrEqual(before)
    expect(time?.late ?? time?.corrected).toBeUndefined()
    if (index === 0) expect(tapped - at).toBe(5 * 60_000)
    before = at
  }
}
