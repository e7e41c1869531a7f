export const rides = {} as const
