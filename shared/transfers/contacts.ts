// Phone lines of functions at the organisations of one transfer, and where to go in there: seen from `reserved` on, by its parties.
export type PhoneLine = { role: string; phone: string }
export type Contacts = {
  /** The referrer's own line. */
  callback: PhoneLine
  /** IC: who accepted medically at the receiving hospital. */
  acceptedBy: PhoneLine | null
  /** Begeleid vervoer: the hospital's own doctor or nurse who goes along. */
  escort?: PhoneLine
  /** Ward and entrance, as the sender and the receiver say them: where the crew goes in. */
  pickUp?: string
  bringTo?: string
}
