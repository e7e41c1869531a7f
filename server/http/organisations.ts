// The administrator's organisations, role by role: how many hold it, and its phone line, which the parties of a transfer
// see; and the URA number of each. Mounted by app.ts under /api/admin/organisations; not in the demo.
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { administers } from '#shared/access/may-administer.ts'
import { everyPlace, type RolePlace, rolePlace } from '#shared/access/role-places.ts'
import { otherAct } from '#shared/record/acts.ts'
import { newLine, newUra, type OrgRole, type OrgRoles } from '#shared/wire/organisations.ts'
import { configuredUras } from '#server/sign-in/claims.ts'
import { holdersOf, phoneLinesOf, setPhoneLine } from '#server/store/phone-lines.ts'
import { saveAct } from '#server/store/record.ts'
import { setUra, urasOf } from '#server/store/uras.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { administersAll } from './import-routes.ts'
import { problem } from './problem.ts'
import { recordRead, viaOf } from './recorded.ts'
import { fresh } from './session.ts'

const PAGE = 100

export function organisationRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(isAdmin)
  app.get('/', recordRead(parts, 'access.read-organisations'), (c) => list(parts, c))
  app.post('/:id/phone', fresh, (c) => setLine(parts, c))
  app.post('/:id/ura', administersAll, fresh, (c) => enterUra(parts, c))
  return app
}

const isAdmin = createMiddleware<AppEnv>(async (c, next) =>
  administers(c.get('signedIn').person)?.length === 0 ? problem(c, { code: 'not-found' }) : next(),
)

const reaches = (c: Context<AppEnv>, org: string): boolean =>
  administers(c.get('signedIn').person)?.includes(org) ?? true

/** Organisation → URA. */
const byOrg = (uras: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(uras).map(([ura, org]) => [org, ura]))

const configured = ({ access }: AppParts): Record<string, string> =>
  configuredUras(access.own?.providers.list() ?? [])

async function list(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const { hinge } = parts
  const entered = byOrg(await urasOf(hinge.store.query))
  const uras = new Map([...entered, ...byOrg(configured(parts))])
  const words = (c.req.query('words') ?? '').slice(0, 100).toLowerCase().split(/\s+/).filter(Boolean)
  const isMeant = ({ org, place, role }: RolePlace): boolean => {
    const text = `${place} ${org} ${role} ${uras.get(org) ?? ''}`.toLowerCase()
    return reaches(c, org) && words.every((word) => text.includes(word))
  }
  const meant = everyPlace().filter(isMeant)
  // An organisation's roles together.
  const at = new Map([...new Set(meant.map(({ org }) => org))].map((org, index) => [org, index]))
  const found = meant.toSorted((a, b) => (at.get(a.org) ?? 0) - (at.get(b.org) ?? 0))
  const page = found.slice(0, PAGE)
  const orgs = [...new Set(page.map(({ org }) => org))]
  const holders = await holdersOf(hinge.store.query, orgs)
  const lines = await phoneLinesOf(hinge.store.query, page)
  const rows = page.map(({ org, place, role }): OrgRole => {
    const held = holders.filter((one) => one.org === org && one.role === role)
    const deputies = held.filter(({ deputy }) => deputy).length
    const phone = lines.find((line) => line.org === org && line.role === role)?.phone ?? null
    const ura = { ura: uras.get(org) ?? null, enteredUra: entered.get(org) ?? null }
    return { org, place, ...ura, role, people: held.length - deputies, deputies, phone }
  })
  return c.json({ rows, more: found.length - page.length } satisfies OrgRoles)
}

/** Absent and not theirs to change are one answer. */
async function setLine(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const org = c.req.param('id') ?? ''
  if (!reaches(c, org) || !everyPlace().some((one) => one.org === org))
    return problem(c, { code: 'not-found' })
  const body = await readBody(c, newLine)
  if ('refused' in body) return problem(c, body.refused)
  const { role, phone } = body.read
  if (rolePlace({ role, org }) === undefined)
    return problem(c, { code: 'command.invalid', fields: [{ field: 'role', fault: 'enum' }] })
  const { store, now } = parts.hinge
  const at = now().toISOString()
  const happened = { at, person: c.get('signedIn').person, via: viaOf(parts, c) }
  await store.transaction(async (tx) => {
    await setPhoneLine(tx, { org, role }, phone, at)
    await saveAct(
      tx.db,
      otherAct(happened, 'access.phone-line', phone === null ? 'D' : 'U', {
        reason: `${role}@${org}`,
        subject: 'list',
      }),
    )
  })
  return c.body(null, 204)
}

/** Of one organisation only, those of the configuration among them. */
async function enterUra(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const org = c.req.param('id') ?? ''
  if (!everyPlace().some((one) => one.org === org)) return problem(c, { code: 'not-found' })
  const body = await readBody(c, newUra)
  if ('refused' in body) return problem(c, body.refused)
  const { ura } = body.read
  const { store, now } = parts.hinge
  const at = now().toISOString()
  const happened = { at, person: c.get('signedIn').person, via: viaOf(parts, c) }
  const taken = (holder: string | undefined) => {
    const fields = [{ field: 'ura', fault: 'not-applicable' as const }]
    return problem(c, { code: 'already-exists', fields, facts: { org: holder ?? '' } })
  }
  const holder = Object.entries(configured(parts)).find(([number]) => number === ura)?.[1]
  if (holder !== undefined && holder !== org) return taken(holder)
  try {
    await store.transaction(async (tx) => {
      await setUra(tx, org, ura, at)
      await saveAct(
        tx.db,
        otherAct(happened, 'access.ura', ura === null ? 'D' : 'U', { reason: org, subject: 'list' }),
      )
    })
  } catch (error) {
    if (ura === null || store.kindOf(error) !== 'conflict') throw error
    return taken((await urasOf(store.query))[ura])
  }
  return c.body(null, 204)
}
