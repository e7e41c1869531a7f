// Brings a file of people in, in one transaction, or tells what would come of it. The same file again changes nothing.
// Called by server/http/import-routes.ts.
import { peopleIn, type FilePerson } from '#shared/access/people-file.ts'
import type { Membership, Person } from '#shared/access/parties.ts'
import { ADMIN_ORG } from '#shared/access/role-places.ts'
import { orgCodes } from '#shared/access/org-codes.ts'
import type { Via } from '#shared/record/act.ts'
import { otherAct } from '#shared/record/acts.ts'
import { FAULTS_TOLD, type ImportReport, type RowFault } from '#shared/wire/people-file.ts'
import { derivedId } from '#server/derived-id.ts'
import { adminsOf } from '#server/store/people.ts'
import {
  addIdentities,
  addPeople,
  endSessionsOfAll,
  giveAll,
  knownPeople,
  peopleOfIssuer,
  rename,
} from '#server/store/people-file.ts'
import { saveActs } from '#server/store/record.ts'
import type { Db, Store, Tx } from '#server/store/store.ts'
import { urasOf } from '#server/store/uras.ts'
import { configuredUras } from './claims.ts'
import type { ProviderSettings } from './providers.ts'
import { readPeopleCsv } from './people-csv.ts'

type Deps = { store: Store; now: () => Date; providers: readonly ProviderSettings[] }
type By = { person: Person; via: Via }
/** `as`: `same` is as it was. */
type Placed = FilePerson & { id: string; as: 'added' | 'changed' | 'same'; renamed: boolean; moved: boolean }

export async function importPeople(
  { store, now, providers }: Deps,
  { person, via }: By,
  bytes: Uint8Array,
  keep: boolean,
): Promise<ImportReport> {
  const happened = { at: now().toISOString(), person, via }
  const read = await readPeopleCsv(bytes)
  const uras = { ...(await urasOf(store.query)), ...configuredUras(providers) }
  const known = { providers: providers.map(({ id }) => id), orgs: orgCodes(uras) }
  const found = 'file' in read ? null : peopleIn(read.lines, known)
  return store.transaction(async (tx) => {
    // Two files at once: one after the other.
    await adminsOf(tx, ADMIN_ORG)
    const { placed, refused } = await place(tx.db, found?.people ?? [], providers)
    const faults = [...(found?.faults ?? []), ...refused].sort((a, b) => a.line - b.line)
    const counted = (as: Placed['as']) => placed.filter((one) => one.as === as).length
    const report: ImportReport = {
      kept: keep && found !== null,
      file: 'file' in read ? read.file : null,
      rows: found?.rows ?? 0,
      added: counted('added'),
      changed: counted('changed'),
      same: counted('same'),
      faulty: new Set(faults.map(({ line }) => line)).size,
      faults: faults.slice(0, FAULTS_TOLD),
    }
    if (report.kept) await write(tx, placed, providers, happened.at)
    const { rows, added, changed, faulty, file } = report
    await saveActs(tx.db, [
      otherAct(happened, report.kept ? 'access.people-file' : 'access.people-file-tried', 'E', {
        reason: file ?? `rows:${rows} added:${added} changed:${changed} faulty:${faulty}`,
        subject: 'list',
      }),
      ...(report.kept ? placed.filter(({ as }) => as !== 'same') : []).map(({ id, as, memberships }) =>
        otherAct(happened, 'access.imported', as === 'added' ? 'C' : 'U', {
          reason: memberships.map(({ role, org }) => `${role}@${org}`).join(' '),
          subject: 'person',
          subjectId: id,
        }),
      ),
    ])
    return report
  })
}

/** Who each of them is here, and what the file would change. A key is a person's for good. */
async function place(
  db: Db,
  people: readonly FilePerson[],
  providers: readonly ProviderSettings[],
): Promise<{ placed: Placed[]; refused: RowFault[] }> {
  const ids = await idsOf(db, people, providers)
  const there = await knownPeople(db, [...ids.values()])
  const placed: Placed[] = []
  const refused: RowFault[] = []
  for (const one of people) {
    const id = ids.get(one) ?? ''
    const before = there.get(id)
    const code = before?.admin ? 'admin' : before?.disabled ? 'disabled' : null
    if (code !== null) refused.push(...one.lines.map((line) => ({ line, field: null, code }) as const))
    else {
      const renamed = before !== undefined && before.label !== one.label
      const moved = before !== undefined && !isSame(before.given, one.memberships)
      placed.push({ ...one, id, renamed, moved, as: stateOf(before !== undefined, renamed || moved) })
    }
  }
  return { placed, refused }
}

const stateOf = (isThere: boolean, differs: boolean): Placed['as'] =>
  isThere ? (differs ? 'changed' : 'same') : 'added'

async function idsOf(
  db: Db,
  people: readonly FilePerson[],
  providers: readonly ProviderSettings[],
): Promise<Map<FilePerson, string>> {
  const ids = new Map<FilePerson, string>()
  for (const { id: provider, issuer } of [...providers, { id: null, issuer: '' }]) {
    const theirs = people.filter((one) => one.provider === provider)
    const subjects = theirs.map(({ key }) => key)
    const known = provider === null ? new Map<string, string>() : await peopleOfIssuer(db, issuer, subjects)
    for (const one of theirs) ids.set(one, known.get(one.key) ?? derivedId('people-file', issuer, one.key))
  }
  return ids
}

const isSame = (one: readonly Membership[], other: readonly Membership[]): boolean =>
  namesOf(one) === namesOf(other)
const namesOf = (memberships: readonly Membership[]): string =>
  memberships
    .map(({ role, org, deputy }) => `${role}@${org}${deputy === true ? ' deputy' : ''}`)
    .sort()
    .join('\n')

async function write(
  tx: Tx,
  placed: readonly Placed[],
  providers: readonly ProviderSettings[],
  created: string,
): Promise<void> {
  const added = placed.filter(({ as }) => as === 'added')
  const moved = placed.filter((one) => one.moved)
  await addPeople(
    tx,
    added.map(({ id, label }) => ({ id, label, created, disabled: null })),
  )
  const issuers = new Map(providers.map(({ id, issuer }) => [id, issuer]))
  await addIdentities(
    tx,
    added.flatMap(({ id, provider, key }) =>
      provider === null
        ? []
        : [{ issuer: issuers.get(provider) ?? '', subject: key, person: id, provider, created }],
    ),
  )
  await giveAll(tx, [...added, ...moved])
  await rename(
    tx,
    placed.filter((one) => one.renamed),
  )
  await endSessionsOfAll(
    tx,
    moved.map(({ id }) => id),
  )
}
