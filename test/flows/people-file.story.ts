import { press } from '#test/support/own-seats.ts'
import { expect, test } from '#test/support/own-story.ts'

const HEAD = 'provider,key,label,organisation,role,deputy'
const GOOD = [
  ',desk-1,"Bedcoördinator 1, Isala Zwolle",isala-zwolle,bed-desk,',
  ',desk-2,"Bedcoördinator 2, Isala Zwolle",isala-zwolle,bed-desk,yes',
]
const BAD = ',x,jan@isala.nl,isala-zwolle,bed-desk,'
const csv = (...lines: string[]) => ({
  name: 'mensen.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEAD, ...lines].join('\n')),
})

test('people from a file: tried first without a change, each fault told, then taken over', async ({
  own: { seats },
}) => {
  const admin = await seats.firstAdmin()
  await admin.getByRole('link', { name: 'Bestand' }).click()
  await press(admin, 'Probeer')
  await expect(admin.getByText('Kies een bestand.')).toBeVisible()
  await admin.getByLabel('CSV-bestand').setInputFiles({ ...csv(), buffer: Buffer.from('a;b\n1;2') })
  await press(admin, 'Probeer')
  await expect(admin.getByText('De eerste regel noemt niet precies de zes kolommen.')).toBeVisible()

  await admin.getByLabel('CSV-bestand').setInputFiles(csv(...GOOD, BAD))
  await press(admin, 'Probeer')
  await expect(admin.getByText('Er is nog niets veranderd.')).toBeVisible()
  await expect(admin.getByRole('row', { name: /Regel 4/ })).toContainText('Hier lijkt een e-mailadres')
  await admin.getByRole('link', { name: 'Mensen', exact: true }).last().click()
  await expect(admin.getByText('Beheerder, brancard').last()).toBeVisible()
  await expect(admin.getByText('Bedcoördinator 1, Isala Zwolle')).toHaveCount(0)

  await admin.getByRole('link', { name: 'Bestand' }).click()
  await admin.getByLabel('CSV-bestand').setInputFiles(csv(...GOOD))
  await press(admin, 'Probeer')
  await press(admin, 'Neem 2 mensen over')
  await expect(admin.getByText('Het bestand is overgenomen')).toBeVisible()
  await admin.getByRole('link', { name: 'Mensen', exact: true }).last().click()
  await expect(admin.getByRole('row', { name: /Bedcoördinator 2, Isala Zwolle/ })).toContainText(
    /plaatsvervang/,
  )
})
