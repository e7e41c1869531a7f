// The administrator's organisations, role by role: how many hold it, and its phone line, which the parties of a transfer
// see. Mounted by app.ts under /api/admin/organisations; not in the demo.
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { administers } from '#shared/access/may-administer.ts'
import { everyPlace, type RolePlace, rolePlace } from '#shared/access/role-places.ts'
import { otherAct } from '#shared/record/acts.ts'
import { newLine, type OrgRole, type OrgRoles } from '#shared/wire/organisations.ts'
import { holdersOf, phoneLinesOf, setPhoneLine } from '#server/store/phone-lines.ts'
import { saveAct } from '#server/store/record.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { problem } from './problem.ts'
import { recordRead, viaOf } from './recorded.ts'
import { fresh } from './session.ts'

const PAGE = 100

export function organisationRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(isAdmin)
  app.get('/', recordRead(parts, 'access.read-organisations'), (c) => list(parts, c))
  app.post('/:id/phone', fresh, (c) => setLine(parts, c))
  return app
}

const isAdmin = createMiddleware<AppEnv>(async (c, next) =>
  administers(c.get('signedIn').person)?.length === 0 ? problem(c, { code: 'not-found' }) : next(),
)

const reaches = (c: Context<AppEnv>, org: string): boolean =>
  administers(c.get('signedIn').person)?.includes(org) ?? true

async function list({ hinge, access }: AppParts, c: Context<AppEnv>): Promise<Response> {
  const uras = new Map(
    (access.own?.providers.list() ?? []).flatMap(({ organisations }) =>
      Object.entries(organisations).map(([ura, org]) => [org, ura] as const),
    ),
  )
  const words = (c.req.query('words') ?? '').slice(0, 100).toLowerCase().split(/\s+/).filter(Boolean)
  const isMeant = ({ org, place, role }: RolePlace): boolean => {
    const text = `${place} ${org} ${role} ${uras.get(org) ?? ''}`.toLowerCase()
    return reaches(c, org) && words.every((word) => text.includes(word))
  }
  const found = everyPlace().filter(isMeant)
  const page = found.slice(0, PAGE)
  const orgs = [...new Set(page.map(({ org }) => org))]
  const holders = await holdersOf(hinge.store.query, orgs)
  const lines = await phoneLinesOf(hinge.store.query, page)
  const rows = page.map(({ org, place, role }): OrgRole => {
    const held = holders.filter((one) => one.org === org && one.role === role)
    const deputies = held.filter(({ deputy }) => deputy).length
    const phone = lines.find((line) => line.org === org && line.role === role)?.phone ?? null
    return { org, place, ura: uras.get(org) ?? null, role, people: held.length - deputies, deputies, phone }
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
