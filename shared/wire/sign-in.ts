// Closed lists of getting in that screens need without the schemas. Used by server/http and web.

/** What a sign-in at a provider can come back with, in the address of the sign-in screen. */
export const RETURNS = ['away', 'refused', 'no-access', 'disabled'] as const
export type Return = (typeof RETURNS)[number]

/** Characters of what a person is called. */
export const LABEL_MAX = 80
