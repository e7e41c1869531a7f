// How a phone line is written, wherever one is typed. Called by the payloads that carry one and by their forms.

/** As people write it: digits, spaces, brackets and dashes, perhaps a plus. */
export const PHONE_LINE = /^[+0-9][0-9 ()-]{5,19}$/
