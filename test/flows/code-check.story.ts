import type { Page } from '@playwright/test'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { type Told, driven, type filed, withRide } from '#test/support/told.ts'

/** What is certainly not the code's end. */
const otherThan = (end: string): string => (end === '222' ? '333' : '222')

const type = async (page: Page, characters: string) => {
  for (const character of characters)
    await page
      .getByRole('group', { name: 'Tekens' })
      .getByRole('button', { name: character, exact: true })
      .tap()
}

const atTheBed = async (stage: Parameters<typeof filed>[0]): Promise<Told> => {
  const told = await withRide(stage)
  return driven(stage, told, 'at-origin')
}

test('another code at the bed stops aloud and drives only with a reason', async ({ stage }) => {
  const told = await atTheBed(stage)
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  const desk = await stage.open('transport-desk@micu-umc-utrecht', `/vervoer/${told.transfer}`)
  await crew.getByRole('button', { name: 'Meld vertrek' }).tap()
  const dialog = crew.getByRole('dialog', { name: 'Controleer de patiënt' })
  await type(crew, otherThan(told.code.slice(-3)))
  await expect(dialog.getByText('STOP. Deze code hoort niet bij deze patiënt.')).toBeVisible()
  await expect(crew.getByRole('alert').filter({ hasText: 'STOP.' })).toBeAttached()
  await expect(desk.getByText('laadt de patiënt').first()).toBeVisible()

  await dialog.getByRole('button', { name: 'Vertrek zonder kloppende code' }).tap()
  await dialog.getByRole('button', { name: 'Meld vertrek zonder code' }).tap()
  await expect(dialog.getByText('Vul dit in.')).toBeVisible()
  await dialog.getByRole('radio', { name: 'De afdeling bevestigt de patiënt' }).tap()
  await dialog.getByRole('button', { name: 'Meld vertrek zonder code' }).tap()
  await expect(crew.getByRole('button', { name: 'Meld aankomst' })).toBeVisible()
  await expect(crew.getByText('zonder codecontrole, met reden')).toBeVisible()
  await expect(desk.getByText('is onderweg met de patiënt').first()).toBeVisible()
})

test('a step is taken back within ten seconds, and not after', async ({ stage }) => {
  const told = await atTheBed(stage)
  const crew = await stage.open(`crew@${told.vehicle}`, '/rit', PHONE)
  await crew.getByRole('button', { name: 'Meld vertrek' }).tap()
  await type(crew, told.code.slice(-3))
  await expect(crew.getByRole('button', { name: 'Meld aankomst' })).toBeVisible()
  await crew.getByRole('button', { name: 'Ongedaan maken' }).tap()
  await expect(crew.getByRole('button', { name: 'Meld vertrek' })).toBeVisible()
  const ride = await stage.call(`crew@${told.vehicle}`)
  await expect
    .poll(async () => JSON.stringify(await ride.get(`/api/transfers/${told.transfer}`)))
    .toContain('"planned"')

  await crew.getByRole('button', { name: 'Meld vertrek' }).tap()
  await type(crew, told.code.slice(-3))
  await expect(crew.getByRole('button', { name: 'Ongedaan maken' })).toBeVisible()
  await crew.clock.runFor(10_000)
  await expect(crew.getByRole('button', { name: 'Ongedaan maken' })).toBeHidden()
  await expect(crew.getByRole('button', { name: 'Meld aankomst' })).toBeVisible()
})
