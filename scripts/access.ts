// `npm run -s access`: writes docs/access.md from the tables of shared/access and the steps; with --check it says only
// whether the page is still what they say.
import { readFileSync, writeFileSync } from 'node:fs'
import { COMMAND_RULES, ROUTE_RULES, type Rule } from '#shared/access/acts.ts'
import { EMERGENCY_MINUTES, EMERGENCY_ROLES } from '#shared/access/emergency.ts'
import { sights, STAGES } from '#shared/access/may-see.ts'
import { READERS, TIES } from '#shared/access/parties.ts'
import { SMALLEST_GROUP } from '#shared/access/small-groups.ts'
import { alertSteps } from '#shared/alerts/alert-steps.ts'
import { reservationSteps } from '#shared/beds/reservation-steps.ts'
import { rideSteps } from '#shared/rides/ride-steps.ts'
import { ROLES } from '#shared/terms.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import { SUBJECTS, type Subject } from '#shared/wire/event.ts'

const PAGE = 'docs/access.md'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const code = (words: readonly string[]): string =>
  words.length === 0 ? '–' : words.map((word) => `\`${word}\``).join(' ')

const steps: Record<string, { from: readonly string[] }> = {
  ...transferSteps,
  ...reservationSteps,
  ...rideSteps,
  ...alertSteps,
}

function who(rule: Rule): string {
  switch (rule.on) {
    case 'transfer':
    case 'reservation':
    case 'ride': {
      const parties = rule.by === 'seers' ? 'whoever may know of it' : code(rule.by)
      return rule.shows === 'clinical' ? `${parties}, while they may read the clinical fields` : parties
    }
    case 'alert':
      return 'whom the alert is for at its level, deputies too'
    case 'beds':
      return `${code(rule.roles)} of that hospital`
    case 'phase':
      return `${code(rule.roles)} of that body; a ROAZ for its own region`
    case 'register':
      return `${code(rule.roles)} of the organisation the line is of${rule.stepUp ? ', who showed a passkey just now' : ''}`
    case 'person':
      return `${code(rule.roles)}, for whom they administer`
    case 'self':
      return 'whoever is signed in, for what is their own'
    case 'system':
      return 'the server’s timers only'
    case 'open':
      return 'without a session'
    default:
      if (rule.roles.length === ROLES.length) return 'whoever is signed in'
      return rule.on === 'none' && rule.stepUp
        ? `${code(rule.roles)}, who showed a passkey just now`
        : code(rule.roles)
  }
}

const SEEN: Record<Subject, string> = {
  transfer: 'the ties of the first table; who opened it in an emergency',
  reservation:
    'the hospital that was asked, also after its offer ended; the origin, its RCPS, the LCPS where it searches; the ' +
    'RCPS of another region while the offer is live',
  ride: 'whoever may know of its transfer, its own vehicle, and the desk of the vehicle’s house',
  beds: 'the hospital’s own people, every RCPS, the LCPS',
  phase: 'whoever is signed in',
  alert: 'the house whose turn it is, and the coordinator it was escalated to',
  register: 'by list, as shared/wire/register.ts says',
}

const tied = TIES.map(({ roles, at, reads, acts }) => [code(roles), `\`${at}\``, code([reads]), code(acts)])
const parts = READERS.map((reader) => [
  `\`${reader}\``,
  ...STAGES.map((stage) => {
    const { clinical, contacts } = sights[reader][stage]
    return [...(clinical ? ['clinical'] : []), ...(contacts ? ['phone lines'] : [])].join(', ') || '–'
  }),
])
const commands = Object.entries(COMMAND_RULES).map(([name, rule]) => [
  `\`${name}\``,
  who(rule),
  code(steps[name]?.from ?? []),
])
const routes = Object.entries(ROUTE_RULES).map(([name, rule]) => [`\`${name}\``, who(rule)])

const page = `# Who may do and see what

Made by \`npm run -s access\` from the tables in \`shared/access\` and the steps tables; a test fails when it is stale.
\`may(person, act, thing)\` (shared/access/may.ts) answers from these tables and nothing else, and gives three answers: it
is not there for you (404, the same as what does not exist), it is not yours to do (403), or as which function you do it.
Screens, the hinge, the reads and the event stream ask the same tables.

## What makes somebody a party

A function at an organisation is tied to a transfer by where that organisation stands in its row. Whoever is tied may
know that it exists and see its row; nobody else can. \`acts\`: the parties of the steps below.

${table(['role', 'its organisation stands at', 'reads as', 'acts as'], tied)}

## Private parts

Of a transfer that one may know of. \`searching\`: until it is offered; \`agreed\`: from the confirmed bed to the arrival;
on hold counts as where it was. Nothing of this is in a list, a row, an event or a push message.

${table(['reads as', ...STAGES], parts)}

## Rows and events

An event is told to those who may know of its row then; who gains sight gets the row, who loses it is told that it is
gone.

${table(
  ['row', 'who may know of it'],
  SUBJECTS.map((subject) => [`\`${subject}\``, SEEN[subject]]),
)}

## Commands

${table(['command', 'who', 'from'], commands)}

## Routes

Rows and fields inside an answer follow the tables above.

${table(['route', 'who'], routes)}

## Emergency access

${code(EMERGENCY_ROLES)} open one request with its whole code and a reason, for ${EMERGENCY_MINUTES} minutes, to read
and for nothing else. Its parties see who did, why and until when; it stands in the record
([030](decisions/030-emergency-access.md)).

## Figures

\`get /api/counts\` shows no group under ${SMALLEST_GROUP}, nor what one could be reckoned from. Observers have no other
read of transfers.
`

const isFresh = readFileSync(PAGE, { encoding: 'utf8', flag: 'a+' }) === page
if (!process.argv.includes('--check')) writeFileSync(PAGE, page)
else if (!isFresh) {
  console.error(`${PAGE} is stale: npm run -s access`)
  process.exitCode = 1
}
