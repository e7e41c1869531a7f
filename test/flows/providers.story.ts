import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '#test/support/own-story.ts'

const umc = {
  ...{ id: 'umc', name: 'UMC Utrecht', issuer: 'https://127.0.0.1:9/tenant', clientId: 'brancard' },
  ...{ scopes: ['openid', 'profile'], organisation: { claim: 'ura' } },
  organisations: { '00001234': 'umc-utrecht' },
  role: { claim: 'roles', values: { 'brancard-ic': 'intensivist' } },
}
test.use({ providers: { providers: [umc] } })

test('a provider in the configuration is shown with what it becomes; one that is down stops nobody', async ({
  own: { seats, server },
}) => {
  const admin = await seats.firstAdmin()
  await admin.getByRole('link', { name: 'Aanmelden' }).click()
  await expect(admin.getByRole('heading', { name: 'UMC Utrecht' })).toBeVisible()
  await expect(admin.getByText('Antwoordt niet')).toBeVisible()
  await expect(admin.getByText('00001234 → UMC Utrecht')).toBeVisible()
  await expect(admin.getByText('brancard-ic → Intensivist')).toBeVisible()
  await expect(admin.getByText(`${server.url}/api/session/provider/umc/return`)).toBeVisible()
  const guest = await seats.device()
  await guest.goto(`${server.url}/inloggen`)
  await guest
    .getByRole('link', { name: /UMC Utrecht/ })
    .or(guest.getByRole('button', { name: /UMC Utrecht/ }))
    .click()
  await expect(guest.getByText(/antwoordt (nu )?niet|niet bereikbaar/i).first()).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Meld aan met passkey' })).toBeVisible()
})

test('a configuration that does not hold: the server does not start, and says in one line what is wrong', () => {
  const dir = mkdtempSync(join(tmpdir(), 'brancard-config-'))
  const say = (
    providers: object[],
    env: Record<string, string> = {},
  ): { status: number | null; said: string } => {
    const file = join(dir, 'providers.json')
    writeFileSync(file, JSON.stringify({ providers }))
    const { status, stderr } = spawnSync(process.execPath, ['server/main.ts'], {
      env: { PATH: process.env.PATH, DATA_DIR: dir, PORT: '0', PROVIDERS_FILE: file, ...env },
      encoding: 'utf8',
      timeout: 20_000,
    })
    return { status, said: stderr.trim() }
  }
  const https = { ORIGIN: 'https://brancard.example', TRUST_PROXY: '127.0.0.1' }
  for (const [said, words] of [
    [say([umc]), /ORIGIN/],
    [say([{ ...umc, clientSecretEnv: 'UMC_SECRET' }], https), /UMC_SECRET/],
    [say([{ ...umc, organisations: { '00001234': 'nergens' } }], https), /nergens is geen organisatie/],
    [
      say([{ ...umc, role: { claim: 'roles', values: { beheer: 'admin' } } }], https),
      /beheerder komt niet van een aanbieder/,
    ],
    [say([umc, umc], https), /umc staat er twee keer in/],
  ] as const) {
    expect(said.said).toMatch(words)
    expect(said.said.split('\n')).toHaveLength(1)
    expect(said.status).toBe(1)
  }
  rmSync(dir, { recursive: true, force: true })
})
