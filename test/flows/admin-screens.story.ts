import { fileFrom, press } from '#test/support/own-seats.ts'
import { expect, test } from '#test/support/own-story.ts'
import { faultsOf } from '#test/support/screen-faults.ts'

const PROVIDER = {
  ...{ id: 'umc', name: 'UMC Utrecht', issuer: 'https://127.0.0.1:9/tenant', clientId: 'brancard' },
  ...{ organisation: { claim: 'ura' }, organisations: { '00001234': 'umc-utrecht' } },
  role: { claim: 'roles', values: { 'brancard-ic': 'intensivist' } },
}
test.use({ providers: { providers: [PROVIDER] } })

test('every page of an administrator, filled, fits 320 px, with nothing for axe', async ({
  own: { seats, server },
}) => {
  const admin = await seats.firstAdmin()
  await admin.emulateMedia({ reducedMotion: 'reduce' })
  const referrer = await seats.accept(
    await seats.invite(admin, 'Intensivist 1, UMC Utrecht', 'Intensivist', 'UMC Utrecht'),
  )
  const { code } = await fileFrom(referrer)
  const found: string[] = []
  const open = async (path: string, shows: string) => {
    await admin.goto(server.url + path)
    await expect(admin.getByText(shows).last()).toBeVisible()
    await expect(admin.getByText('Verbinding zoeken')).toHaveCount(0)
  }
  const look = async (name: string) => found.push(...(await faultsOf(admin, name)))
  await open('/mensen/bewaren', 'Er wordt niets vastgehouden')
  await look('holds, none')
  await press(admin, 'Houd aanvraag vast')
  await admin.getByLabel('Code op de papieren').fill(code)
  await admin.getByLabel('Reden').fill('Vordering van een heel lang kenmerk 2026-0417-en-nog-wat-meer')
  await look('hold')
  await admin.getByRole('dialog').getByRole('button', { name: 'Houd aanvraag vast' }).click()
  await expect(admin.getByText('Wordt vastgehouden').last()).toBeVisible()
  await look('holds')
  await open('/mensen/organisaties', 'Telefoonlijn')
  await admin.getByLabel('Zoek').fill('umc utrecht')
  await expect(admin.getByText('URA 00001234')).toBeVisible()
  await look('organisations')
  await admin.getByRole('row', { name: /^Intensivist/ }).click()
  await look('line')
  await admin.getByRole('dialog').getByRole('button', { name: 'Annuleer' }).click()
  await press(admin, 'Vul URA in: UMC Utrecht')
  const ura = admin.getByRole('dialog')
  await expect(ura.getByText('In de configuratie van de aanmelddienst staat URA 00001234')).toBeVisible()
  await ura.getByLabel('URA-nummer').fill('1234')
  await ura.getByRole('button', { name: 'Bewaar URA' }).click()
  await expect(ura.getByText('Schrijf acht cijfers')).toBeVisible()
  await look('ura')
  await ura.getByLabel('URA-nummer').fill('00005678')
  await ura.getByRole('button', { name: 'Bewaar URA' }).click()
  await expect(ura).toHaveCount(0)
  await admin.getByLabel('Zoek').fill('radboud')
  await press(admin, 'Vul URA in: Radboudumc')
  await ura.getByLabel('URA-nummer').fill('00005678')
  await ura.getByRole('button', { name: 'Bewaar URA' }).click()
  await expect(ura.getByText('Dit nummer is al van een andere organisatie')).toBeVisible()
  await ura.getByLabel('URA-nummer').fill('00005679')
  await ura.getByRole('button', { name: 'Bewaar URA' }).click()
  await expect(admin.getByText('URA 00005679')).toBeVisible()
  await open('/mensen/bestand', 'CSV-bestand')
  await look('file')
  await open('/mensen/aanmelden', 'Antwoordt niet')
  await look('providers')
  await open('/instellingen', 'Zuurstofberekening')
  await look('settings')
  await press(admin, /^Wijzig Verifiëren, spoed · tijd voor een stap/i)
  await look('setting')
  await open('/mensen/koppelingen', 'Koppelingen')
  await look('feeds')
  await referrer.emulateMedia({ reducedMotion: 'reduce' })
  await referrer.goto(`${server.url}/brieven`)
  await expect(referrer.getByText('Geen brief wacht op uw ziekenhuis')).toBeVisible()
  found.push(...(await faultsOf(referrer, 'letters')))
  expect(found).toEqual([])
})
