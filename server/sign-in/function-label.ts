// What a person is called on screens and in the record: a function and a place, in Dutch, never a name.
// Used by the demo's people and by the first sign-in of someone whom a provider vouches for.
import type { Role } from '#shared/terms.ts'

const FUNCTIONS: Record<Role, string> = {
  intensivist: 'Intensivist',
  'ward-staff': 'Afdelingsarts',
  'bed-desk': 'Bedcoördinator',
  rcps: 'RCPS-coördinator',
  lcps: 'LCPS-coördinator',
  'transport-desk': 'Vervoerscoördinator',
  crew: 'Bemanning',
  secretary: 'Secretaris',
  observer: 'Waarnemer',
  admin: 'Beheerder',
}

/** "Intensivist, UMC Utrecht". */
export const functionLabel = (role: Role, place: string): string => `${FUNCTIONS[role]}, ${place}`
