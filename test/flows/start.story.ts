import { expect, PHONE, test } from '#test/support/stage.ts'

test('a person signs in on a phone and finds the own work list', async ({ stage }) => {
  const page = await stage.open('intensivist@umc-utrecht', '/', PHONE)
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByText('DEMO – fictieve cijfers')).toBeVisible()
})
