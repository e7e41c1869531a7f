import { randomUUID } from 'node:crypto'
import { expect, PHONE, type Stage, test } from '#test/support/stage.ts'
import { filed } from '#test/support/told.ts'

/** A secretary writes down what its body decided, in force so many seconds from now. */
async function announce(stage: Stage, body: string, to: '1b' | '2a' | '2b', seconds: number): Promise<void> {
  const from = new Date(Date.parse(stage.now()) + seconds * 1000).toISOString()
  await (await stage.call(`secretary@${body}`)).act('phase.announce', {
    phase: randomUUID(),
    scope: 'national',
    to,
    decidedBy: body as 'roaz-chairs',
    advice: [],
    reason: 'Het wordt rustiger.',
    inForceFrom: from,
  })
}

test('a phase change takes effect on open screens at its moment, without a reload', async ({ stage }) => {
  const told = await filed(stage, { bed: 'ward', support: 'none' })
  await (await stage.call(told.rcps)).act('transfer.hand-over', {
    transfer: told.transfer,
    note: 'De regio ligt boven haar aandeel.',
  })
  const match = await stage.open('lcps@nl', `/matchen/${told.transfer}`)
  const phases = await stage.open('observer@igj', '/fasen')
  const queue = await stage.open(told.rcps, '/matchen', PHONE)
  const offer = match.getByRole('button', { name: /^Bied aan/ })
  await expect(offer).toBeVisible()
  await expect(phases.getByText(/^Landelijk fase 2a/)).toBeVisible()

  const pages = [match, phases, queue]
  for (const page of pages) await page.evaluate(() => document.body.setAttribute('data-still', 'here'))
  await announce(stage, 'roaz-chairs', '1b', 12)
  // Told ahead, where it matters, before it holds.
  await expect(match.getByText(/^Vanaf .*: landelijk fase 1b$/)).toBeVisible()
  await expect(queue.getByText(/^Vanaf .*: NAZMN fase 1b$/)).toBeVisible()
  await expect(phases.getByText(/Aangekondigd: Landelijk naar fase 1b/)).toBeVisible()
  await expect(offer).toBeVisible()
  await expect(phases.getByText(/^Landelijk fase 2a/)).toBeVisible()

  await expect(phases.getByText('Geen landelijke fase: elke regio beslist zelf')).toBeVisible({
    timeout: 14_000,
  })
  await expect(offer).toBeHidden()
  await expect(match.getByText('In fase 1b wordt hiervoor niet landelijk gezocht.').first()).toBeVisible()
  for (const page of pages) expect(await page.evaluate(() => document.body.dataset.still)).toBe('here')
})
