// A file of people that an administrator brings in: its columns, what can be wrong with it, and the report.
// Read by shared/access/people-file.ts, server/http and web.

/** The first line of the file names them, in any order. What stands in each: docs/people-csv.md. */
export const PEOPLE_COLUMNS = ['provider', 'key', 'label', 'organisation', 'role', 'deputy'] as const
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number]

export const PEOPLE_FILE_BYTES = 16 * 1024 * 1024
export const PEOPLE_FILE_ROWS = 5_000

/** Why nothing of the file could be read. */
export const FILE_FAULTS = ['encoding', 'columns', 'quotes', 'too-many', 'empty'] as const
export type FileFault = (typeof FILE_FAULTS)[number]

export const ROW_FAULTS = [
  'columns', // another number of fields than the first line
  'required',
  'length',
  'format',
  'identity', // an e-mail address, a BSN, a date of birth
  'unknown', // no such provider, organisation or role
  'not-here', // nobody holds that role at that organisation
  'duplicate',
  'differs', // another label than an earlier line of the same person
  'too-many', // roles of one person
  'admin', // a file makes, changes and unmakes no administrator
  'disabled', // the person is; an administrator lets them in again first
  'half', // this line is well, another of the same person is not
] as const
export type RowFault = { line: number; field: PeopleColumn | null; code: (typeof ROW_FAULTS)[number] }

/** At most so many faults are told; `faulty` counts them all. */
export const FAULTS_TOLD = 100

/** POST /api/admin/import. `kept`: whether anything was written, or would be. People, but for `rows` and `faulty`. */
export type ImportReport = {
  kept: boolean
  file: FileFault | null
  rows: number
  added: number
  changed: number
  same: number
  faulty: number
  faults: RowFault[]
}
