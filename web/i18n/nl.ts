import { abroad } from './nl/abroad.ts'
import { admin } from './nl/admin.ts'
import { alerts } from './nl/alerts.ts'
import { app } from './nl/app.ts'
import { beds } from './nl/beds.ts'
import { board } from './nl/board.ts'
import { common } from './nl/common.ts'
import { crew } from './nl/crew.ts'
import { dayBoard } from './nl/day-board.ts'
import { matching } from './nl/matching.ts'
import { phases } from './nl/phases.ts'
import { plan } from './nl/plan.ts'
import { record } from './nl/record.ts'
import { refusals } from './nl/refusals.ts'
import { reports } from './nl/reports.ts'
import { rides } from './nl/rides.ts'
import { session } from './nl/session.ts'
import { settings } from './nl/settings.ts'
import { shares } from './nl/shares.ts'
import { terms } from './nl/terms.ts'
import { transfers } from './nl/transfers.ts'
import { wishes } from './nl/wishes.ts'
import { transport } from './nl/transport.ts'

/** The source of keys: a key exists when it has its Dutch sentence here. */
export const nl = {
  app,
  common,
  terms,
  transfers,
  matching,
  beds,
  transport,
  rides,
  crew,
  phases,
  abroad,
  shares,
  plan,
  refusals,
  reports,
  record,
  session,
  settings,
  alerts,
  admin,
  dayBoard,
  board,
  wishes,
} as const
