import { appFirst } from './nl/app-first.ts'
import { common } from './nl/common.ts'

/** What the first picture says: the frame's words. The rest comes with the first screen. */
export const nlFirst = { app: appFirst, common } as const
