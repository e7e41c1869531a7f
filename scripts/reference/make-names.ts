// The names that every list shows, apart from the figures behind them: small enough to come with the first list.
type Named = { id: string; name: string }

export const makeNames = (places: {
  hospitals: readonly { id: string; short: string }[]
  regions: readonly (Named & { code: string })[]
  desks: readonly Named[]
  vehicles: readonly Named[]
}) => ({
  hospitals: Object.fromEntries(places.hospitals.map(({ id, short }) => [id, short])),
  regions: Object.fromEntries(places.regions.map(({ id, code, name }) => [id, { code, name }])),
  desks: Object.fromEntries(places.desks.map(({ id, name }) => [id, name])),
  vehicles: Object.fromEntries(places.vehicles.map(({ id, name }) => [id, name])),
})
