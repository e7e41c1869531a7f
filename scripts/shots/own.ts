// Pictures of an installation with people of its own: what its administrators see, which the demo does not have.
// Called by scripts/shots.ts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { startOwnProcess } from '#test/support/own-process.ts'
import { fileFrom, makeSeats, press, type Seats } from '#test/support/own-seats.ts'
import type { Picture } from './contact-sheet.ts'
import { unroll } from './unroll.ts'

type Size = { width: number; height: number }
type Options = {
  out: string
  sizes: Record<string, Size>
  themes: readonly string[]
  wanted: readonly string[]
}

const PROVIDERS = {
  providers: [
    {
      ...{ id: 'umc', name: 'UMC Utrecht', issuer: 'https://login.umcutrecht.example/tenant/v2.0' },
      ...{ clientId: 'brancard', scopes: ['openid', 'profile'], organisation: { claim: 'ura' } },
      organisations: { '00001234': 'umc-utrecht', '00001235': 'diakonessenhuis-utrecht' },
      role: {
        claim: 'roles',
        values: { 'brancard-intensivist': 'intensivist', 'brancard-bed': 'bed-desk' },
      },
    },
  ],
}
const FILE = [
  'provider,key,label,organisation,role,deputy',
  ',desk-1,"Bedcoördinator 1, Isala Zwolle",isala-zwolle,bed-desk,',
  ',desk-2,"Bedcoördinator 2, Isala Zwolle",isala-zwolle,bed-desk,ja',
  ',ic-1,"Intensivist, Isala Zwolle",isala-zwolle,intensivist,',
  ',ic-2,"Intensivist, Isala Meppel",isala-meppel,intensivist,',
  ',x,"jan@isala.nl",isala-zwolle,bed-desk,',
].join('\n')

type Shot = { name: string; path: string; before?: (page: Page) => Promise<void> }

const people = [
  ['Intensivist 2, UMC Utrecht', 'Intensivist', 'UMC Utrecht'],
  ['Bedcoördinator 3, UMCG', 'Bedcoördinator', 'Universitair Medisch Centrum Groningen'],
  ['RCPS-coördinator 1', 'RCPS', 'NAZMN'],
  ['Beheerder, UMC Utrecht', 'Beheerder', 'UMC Utrecht'],
] as const

/** Somebody of each kind, a phone line, a decision and a hold: by the screens, as an administrator does. */
async function furnish(seats: Seats, admin: Page, url: string): Promise<{ person: string }> {
  const links: string[] = []
  for (const [label, role, org] of people) links.push(await seats.invite(admin, label, role, org))
  const { code } = await fileFrom(await seats.accept(links[0] ?? ''))
  await admin.goto(`${url}/mensen/bewaren`)
  await press(admin, 'Houd aanvraag vast')
  await admin.getByLabel('Code op de papieren').fill(code)
  await admin.getByLabel('Reden').fill('Vordering 2026-0417')
  await admin.getByRole('dialog').getByRole('button', { name: 'Houd aanvraag vast' }).click()
  await admin.getByText('Wordt vastgehouden', { exact: true }).last().waitFor()
  await admin.goto(`${url}/mensen`)
  await admin.getByText('Intensivist 2, UMC Utrecht').first().click()
  await admin.getByRole('heading', { level: 1, name: 'Intensivist 2' }).waitFor()
  return { person: new URL(admin.url()).pathname }
}

const chooseFile = async (page: Page): Promise<void> => {
  await page
    .getByLabel('CSV-bestand')
    .setInputFiles({ name: 'mensen.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) })
  await press(page, 'Probeer')
  await page.getByText('Zo zou het worden').waitFor()
}

const shots = (person: string): Shot[] => [
  { name: 'own-people', path: '/mensen' },
  { name: 'own-invite', path: '/mensen', before: (page) => press(page, 'Nodig iemand uit') },
  { name: 'own-person', path: person },
  { name: 'own-organisations', path: '/mensen/organisaties' },
  {
    name: 'own-organisations-ura',
    path: '/mensen/organisaties',
    before: (page) => page.getByRole('button', { name: /URA/ }).first().click(),
  },
  { name: 'own-import', path: '/mensen/bestand', before: chooseFile },
  { name: 'own-providers', path: '/mensen/aanmelden' },
  { name: 'own-settings', path: '/instellingen' },
  { name: 'own-holds', path: '/mensen/bewaren' },
  { name: 'own-hold', path: '/mensen/bewaren', before: (page) => press(page, 'Houd aanvraag vast') },
  { name: 'own-feeds', path: '/mensen/koppelingen' },
  { name: 'own-access', path: '/toegang' },
]

export async function ownPictures(browser: Browser, options: Options): Promise<Picture[]> {
  const { out, sizes, themes, wanted } = options
  if (wanted.length > 0 && !wanted.some((name) => name.startsWith('own'))) return []
  const dir = mkdtempSync(join(tmpdir(), 'brancard-shots-'))
  const file = join(dir, 'providers.json')
  writeFileSync(file, JSON.stringify(PROVIDERS))
  const server = await startOwnProcess(file)
  const seats = makeSeats(browser, server)
  const pictures: Picture[] = []
  try {
    const admin = await seats.firstAdmin()
    await admin.emulateMedia({ reducedMotion: 'reduce' })
    const { person } = await furnish(seats, admin, server.url)
    for (const shot of shots(person).filter(
      ({ name }) => wanted.length === 0 || wanted.some((part) => name.startsWith(part)),
    ))
      for (const [size, viewport] of Object.entries(sizes)) {
        await admin.setViewportSize(viewport)
        await admin.goto(server.url + shot.path)
        await admin.getByRole('heading', { level: 1 }).waitFor()
        await admin.getByText('Bezig met laden').first().waitFor({ state: 'detached' })
        await shot.before?.(admin)
        if ((await admin.getByRole('dialog').count()) === 0) await unroll(admin)
        for (const theme of themes) {
          await admin.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
          const name = `${shot.name}.${size}.${theme}.png`
          await admin.screenshot({ path: `${out}/${name}` })
          pictures.push({ shot: shot.name, look: `${size} · ${theme}`, file: name })
        }
      }
  } finally {
    await seats.close()
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  return pictures
}
