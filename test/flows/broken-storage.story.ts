import { showCode } from '#shared/transfers/transfer.ts'
import { answer, icShortage } from '#test/support/filing.ts'
import { expect, PHONE, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

// The installed app lives by the machine's own clock, and so must its server.
test.use({ startsAt: new Date().toISOString() })

/** As a browser whose files of this database are damaged: it opens for nobody who asks for a version, until it is deleted. */
function damage(): void {
  const { open, deleteDatabase } = IDBFactory.prototype
  const isDamaged = () => localStorage.getItem('test.damaged') !== null
  IDBFactory.prototype.open = function (name, version) {
    if (isDamaged() && version !== undefined) {
      const request = new EventTarget()
      Object.assign(request, {
        error: new DOMException('Internal error opening backing store', 'UnknownError'),
      })
      const asked = request as unknown as IDBOpenDBRequest
      request.addEventListener('error', (event) => asked.onerror?.(event))
      setTimeout(() => request.dispatchEvent(new Event('error', { cancelable: true })))
      return asked
    }
    return open.call(this, name, ...(version === undefined ? [] : [version]))
  }
  IDBFactory.prototype.deleteDatabase = function (name) {
    localStorage.removeItem('test.damaged')
    return deleteDatabase.call(this, name)
  }
}

test('an unreadable storage: what was not sent to copy, then built anew from the server', async ({
  stage,
}) => {
  stage.allow(/sync|ERR_INTERNET_DISCONNECTED|UnknownError|DatabaseClosed/)
  await filed(stage)
  const phone = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE, { installed: true })
  await phone.context().addInitScript(damage)
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect(phone.getByText('Actueel', { exact: true })).toBeVisible()
  await phone.context().setOffline(true)
  await phone.reload()
  await answer(phone, icShortage.chips, icShortage.typed)
  await phone.getByRole('button', { name: 'Verstuur aanvraag' }).tap()
  await expect(phone.getByRole('heading', { name: 'Aanvraag bewaard' })).toBeVisible()

  await phone.evaluate(() => localStorage.setItem('test.damaged', 'yes'))
  await phone.goto(stage.url)
  await expect(phone.getByText('De opslag van dit toestel is niet te lezen')).toBeVisible()
  const unsent = phone.getByRole('region', { name: 'Nog niet verzonden' })
  for (const words of ['Spoed · Geen bed vrij', 'FiO₂', '45%', 'Invasief beademd'])
    await expect(unsent.getByText(words, { exact: true })).toBeVisible()
  // A field's own code is nobody's word.
  await expect(unsent.getByText(/^[a-z]+[A-Z]/)).toHaveCount(0)
  await phone.context().setOffline(false)
  await phone.getByRole('button', { name: 'Bouw opnieuw op' }).tap()
  await expect(phone.getByText('De opslag van dit toestel is niet te lezen')).toBeHidden()
  await expect(phone.getByText('Actueel', { exact: true })).toBeVisible()
})

/** As a browser that never answers who asks for a database. */
function hang(): void {
  IDBFactory.prototype.open = () => new EventTarget() as unknown as IDBOpenDBRequest
}

test('a storage that never answers: said, and the page shows what the server says', async ({ stage }) => {
  stage.allow(/sync|UnknownError|status of 401/)
  const { code } = await filed(stage)
  const phone = await stage.open('intensivist@umc-utrecht', '/aanvraag', PHONE)
  await phone.context().addInitScript(hang)
  await phone.goto(stage.url)
  await expect(phone.getByRole('heading', { level: 1, name: 'Werk' })).toBeVisible()
  // The database is asked some time after the first picture: the clock is helped on until it was.
  await expect(async () => {
    await phone.clock.fastForward(11_000)
    await expect(phone.getByText('De opslag van dit toestel is niet te lezen')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(phone.getByText(showCode(code))).toBeVisible()

  // Who leaves such a phone leaves it: the access ends.
  await phone.goto(`${stage.url}/afmelden`)
  await expect(async () => {
    await phone.clock.fastForward(11_000)
    await expect(phone.getByText('niet te lezen en ook niet te wissen')).toBeVisible({ timeout: 500 })
  }).toPass()
  await phone.getByRole('button', { name: 'Meld af' }).tap()
  await expect(phone.getByRole('heading', { name: 'Kies wie u bent' })).toBeVisible()
  expect(await phone.evaluate(async () => (await fetch('/api/session')).status)).toBe(401)
})
