/** A phone line as a link dials it. */
export const telOf = (phone: string): string => `tel:${phone.replace(/[^+0-9]/g, '')}`
