// Every migration in the order it runs: forward only. Read by migrate.ts.
import * as start from './001-start.ts'
import * as catchUp from './002-catch-up.ts'
import * as alerts from './003-alerts.ts'
import * as corrected from './004-corrected.ts'
import * as people from './005-people.ts'
import * as record from './006-record.ts'
import * as emergencies from './007-emergencies.ts'
import * as retention from './008-retention.ts'
import * as rates from './009-rates.ts'
import * as phoneLines from './010-phone-lines.ts'
import * as register from './011-register.ts'
import * as plans from './012-plans.ts'
import * as days from './013-days.ts'
import * as bedFeeds from './014-bed-feeds.ts'
import * as untoldRegister from './015-untold-register.ts'
import * as positions from './016-positions.ts'
import * as uras from './017-uras.ts'
import * as leanerLog from './018-leaner-log.ts'

export type Migration = {
  name: string
  statements: readonly string[]
  /** What one database says in its own words; after `statements`. */
  sqlite?: readonly string[]
  postgres?: readonly string[]
}
export const migrations: readonly Migration[] = [
  start,
  catchUp,
  alerts,
  corrected,
  people,
  record,
  emergencies,
  retention,
  rates,
  phoneLines,
  register,
  plans,
  days,
  bedFeeds,
  untoldRegister,
  positions,
  uras,
  leanerLog,
]
