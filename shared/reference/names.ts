// Names only, of everything a list mentions: hospitals, regions, transport desks, vehicles. Phones load these with
// the first list; the figures and positions behind them come with the screens that need them.
import data from './names.json' with { type: 'json' }

type Names = Readonly<Record<string, string>>

const hospitals: Names = data.hospitals
const desks: Names = data.desks
const vehicles: Names = data.vehicles
const regions: Readonly<Record<string, { readonly code: string; readonly name: string }>> = data.regions

const own = <T>(from: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(from, id) ? from[id] : undefined

/** The short name people use. */
export const hospitalShort = (id: string): string | undefined => own(hospitals, id)
export const regionNames = (id: string): { readonly code: string; readonly name: string } | undefined =>
  own(regions, id)
/** MICU centre, RAV or carrier. */
export const deskName = (id: string): string | undefined => own(desks, id)
/** The call sign; an extra team's follows its centre's own: "MICU Nijmegen 2". */
export const vehicleCallSign = (id: string): string | undefined =>
  own(vehicles, id) ?? own(vehicles, id.replace(/-2$/, '-1'))?.replace(/1$/, '2')
