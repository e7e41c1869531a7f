import { figureOf } from '#test/support/screens.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'

const HEAD = 'hospital;bed;observedAt;operational;occupied'

test('a bed desk brings a file: each faulty line is told, the good one counts after it is taken in', async ({
  stage,
}) => {
  const desk = await stage.open('bed-desk@radboudumc', '/bedden', PHONE)
  await expect(desk.getByRole('button', { name: 'Alles klopt nog' })).toBeVisible()
  await desk.getByRole('link', { name: 'Bestand inlezen' }).click()
  const seen = stage.now()
  const lines = [
    HEAD,
    `radboudumc;ic;${seen};37;29`,
    `radboudumc;ward;${seen};12,5;3`,
    `isala-zwolle;ic;${seen};30;20`,
  ]
  await desk.getByLabel('CSV-bestand').setInputFiles({
    name: 'bedden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  })
  await desk.getByRole('button', { name: 'Probeer' }).click()
  const wrong = desk.getByRole('table', { name: 'Wat er niet klopt' })
  await expect(wrong.getByRole('row', { name: /Regel 3.*operational.*hele getallen.*12,5/ })).toBeVisible()
  await expect(wrong.getByRole('row', { name: /Regel 4.*hospital.*meldt u niet/ })).toBeVisible()
  await expect(desk.getByText('Er is nog niets veranderd.')).toBeVisible()
  const operational = async () => {
    const page = await stage.open('bed-desk@radboudumc', '/bedden')
    const figure = await figureOf(page.getByRole('spinbutton', { name: 'Operationeel' }).first())
    await page.context().close()
    return figure
  }
  expect(await operational()).not.toBe(37)

  await desk.getByRole('button', { name: 'Neem 1 regel over' }).click()
  await expect(desk.getByText('Het bestand is overgenomen')).toBeVisible()
  await expect.poll(operational).toBe(37)
})

test('a source gets a token once, sends with it, and is refused when it has ended', async ({ stage }) => {
  const admin = await stage.open('admin@brancard', '/instellingen')
  await admin.getByRole('link', { name: 'Koppelingen' }).click()
  await expect(admin.getByText('Er is geen koppeling')).toBeVisible()
  await admin.getByRole('button', { name: 'Maak koppeling' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Naam').fill('LPZ')
  await dialog.getByRole('button', { name: 'Maak koppeling' }).click()
  await expect(dialog.getByText('Begin met een kleine letter')).toBeVisible()
  await dialog.getByLabel('Naam').fill('lpz')
  await dialog.getByLabel('Cijfers van').selectOption({ label: 'Heel Nederland' })
  await dialog.getByRole('button', { name: 'Maak koppeling' }).click()
  const token = await dialog.getByLabel('Token').inputValue()
  await dialog.getByRole('button', { name: 'Klaar' }).click()

  const send = () =>
    fetch(`${stage.url}/api/feeds/capacity?run=keep`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
      body: `${HEAD}\nisala-zwolle;ic;${stage.now()};30;20`,
    }).then(({ status }) => status)
  expect(await send()).toBe(200)
  await admin.reload()
  await expect(admin.getByRole('row', { name: /lpz.*Heel Nederland.*1 regel/ })).toBeVisible()

  await admin.getByRole('button', { name: 'Beëindig lpz' }).click()
  await dialog.getByRole('button', { name: 'Beëindig' }).click()
  await expect(admin.getByText('Er is geen koppeling')).toBeVisible()
  expect(await send()).toBe(401)
})
