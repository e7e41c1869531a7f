import { appFirst } from './nl/app-first.ts'
import { commonFirst } from './nl/common-first.ts'

/** What the first picture says: the frame's words. The rest comes with the first screen. */
export const nlFirst = { app: appFirst, common: commonFirst } as const
