import { deskName, hospitalShort, regionNames, vehicleCallSign } from '#shared/reference/names.ts'
import type { RecordEntry } from '#shared/wire/reads.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t, tryT } from '#web/i18n/t.ts'
import type { TimelineStep } from '#web/parts/timeline.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { rcpsName } from '#web/pieces/rcps-name.ts'
import { term } from '#web/pieces/term.ts'

/** "Bedcoördinator, Radboudumc", "RCPS Midden-Nederland", "LCPS". */
const functionAt = (role: string | null, org: string | null): string => {
  if (role === null) return t('record.unknown')
  if (role === 'rcps' && org !== null) return rcpsName(org)
  return org === null || !isPlace(org) ? term('role', role) : `${term('role', role)}, ${orgName(org)}`
}

/** The nation is no place to name beside the LCPS. */
const isPlace = (org: string): boolean =>
  [hospitalShort, regionNames, deskName, vehicleCallSign].some((find) => find(org) !== undefined)

/** What was done: a look in the record's own words, an act in those of the timeline. */
const actWords = (event: string): string =>
  tryT(`record.event.${event}`) ?? tryT(`app.act.${event}`) ?? t('record.event.other')

/** "14:02", "14:02–14:20". */
function timeWords({ at, until }: RecordEntry, now: string): string {
  const first = moment(at, now)
  const last = clock(until)
  return first.endsWith(last) ? first : `${first}–${last}`
}

/** One line of the record as a step of a timeline. */
export function toldLine(entry: RecordEntry, now: string): TimelineStep {
  const { event, outcome, role, org, behalf, emergency, times } = entry
  const [inRole = '', inOrg = ''] = behalf?.split('@') ?? []
  const notes = [
    emergency && t('record.emergency'),
    behalf !== null && t('record.behalf', { role: term('role', inRole), org: orgName(inOrg) }),
    times > 1 && t('record.times', { count: times }),
  ].filter((note) => note !== false)
  const act = actWords(event)
  return {
    state: outcome === 'done' ? 'past' : 'stopped',
    time: timeWords(entry, now),
    act:
      outcome === 'done'
        ? act
        : t('record.attempt', { act: `${act.charAt(0).toLowerCase()}${act.slice(1)}` }),
    actor: functionAt(role, org),
    ...(notes.length === 0 ? {} : { note: notes.join(' · ') }),
  }
}
