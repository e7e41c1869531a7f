import { MAX_SKEW_MS } from '#shared/wire/act-time.ts'
import { offset } from './now.ts'

/** For an act that is filed now: absent where this phone's clock is right, or nobody said. */
export const skew = (): { skew?: number } => {
  const found = Math.round(offset())
  return found === 0 || Math.abs(found) > MAX_SKEW_MS ? {} : { skew: found }
}
