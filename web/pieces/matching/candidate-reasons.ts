import type { Purpose } from '#shared/terms.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'

type Candidate = MatchView['candidates'][number]
type Asked = { purpose: Purpose; kind: 'planned' | 'urgent' }
type View = Pick<MatchView, 'candidates' | 'share' | 'level' | 'phase'>

/** Whether the fair share decides the order (R8): spreading over the nation, below phase 3. */
export const isByShare = (
  { level, phase }: Pick<View, 'level' | 'phase'>,
  { purpose }: Pick<Asked, 'purpose'>,
) => level === 'national' && purpose === 'spreading' && phase !== '3'

const most = <T>(of: readonly T[], value: (item: T) => number): number => Math.max(...of.map(value))

/** Why this hospital stands where it stands, in short words: only what sets it apart from the others. */
export function candidateReasons(candidate: Candidate, view: View, asked: Asked): string[] {
  const { candidates } = view
  const deficit = (of: Candidate) => view.share.find(({ group }) => group === of.group)?.deficit ?? -Infinity
  const alone = candidates.length === 1
  const reasons: string[] = []
  if (alone) reasons.push(t('matching.why.only'))
  if (isByShare(view, asked) && !alone && deficit(candidate) === most(candidates, deficit))
    reasons.push(t('matching.why.share'))
  if (!alone && candidate.free === most(candidates, ({ free }) => free)) reasons.push(t('matching.why.free'))
  if (!alone && candidate.distanceKm === -most(candidates, ({ distanceKm }) => -distanceKm))
    reasons.push(t('matching.why.near'))
  if (!candidate.usesBoss && candidates.some(({ usesBoss }) => usesBoss))
    reasons.push(t('matching.why.noBoss'))
  return reasons
}
