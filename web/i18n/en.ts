import type { Dictionary } from './t.ts'

import { abroad } from './en/abroad.ts'
import { admin } from './en/admin.ts'
import { alerts } from './en/alerts.ts'
import { app } from './en/app.ts'
import { beds } from './en/beds.ts'
import { board } from './en/board.ts'
import { common } from './en/common.ts'
import { crew } from './en/crew.ts'
import { dayBoard } from './en/day-board.ts'
import { matching } from './en/matching.ts'
import { phases } from './en/phases.ts'
import { plan } from './en/plan.ts'
import { record } from './en/record.ts'
import { refusals } from './en/refusals.ts'
import { reports } from './en/reports.ts'
import { rides } from './en/rides.ts'
import { session } from './en/session.ts'
import { settings } from './en/settings.ts'
import { shares } from './en/shares.ts'
import { terms } from './en/terms.ts'
import { transfers } from './en/transfers.ts'
import { wishes } from './en/wishes.ts'
import { transport } from './en/transport.ts'

export const en: Dictionary = {
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
}
