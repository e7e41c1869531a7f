import type { Dictionary } from './t.ts'

import { abroad } from './de/abroad.ts'
import { admin } from './de/admin.ts'
import { alerts } from './de/alerts.ts'
import { app } from './de/app.ts'
import { beds } from './de/beds.ts'
import { board } from './de/board.ts'
import { common } from './de/common.ts'
import { crew } from './de/crew.ts'
import { dayBoard } from './de/day-board.ts'
import { matching } from './de/matching.ts'
import { phases } from './de/phases.ts'
import { plan } from './de/plan.ts'
import { record } from './de/record.ts'
import { refusals } from './de/refusals.ts'
import { reports } from './de/reports.ts'
import { rides } from './de/rides.ts'
import { session } from './de/session.ts'
import { settings } from './de/settings.ts'
import { shares } from './de/shares.ts'
import { terms } from './de/terms.ts'
import { transfers } from './de/transfers.ts'
import { wishes } from './de/wishes.ts'
import { transport } from './de/transport.ts'

export const de: Dictionary = {
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
