// Facts computed from a request's clinical part; no schema here, so lists and rules stay free of zod.
import type { Clinical } from './request.ts'

export const isStable = ({ trend, vasoactive }: Pick<Clinical, 'trend' | 'vasoactive'>): boolean =>
  trend !== 'worsening' && vasoactive !== 'rising'

export const isHfno = ({ support }: Pick<Clinical, 'support'>): boolean => support === 'hfno'

export const needsIsolationRoom = ({ isolation }: Pick<Clinical, 'isolation'>): boolean =>
  isolation === 'airborne' || isolation === 'strict'

/** What a receiving hospital must tick when it confirms, sorted. */
export function specialNeeds(clinical: Clinical): string[] {
  const needs: string[] = clinical.specials.filter(
    (special) => special === 'crrt' || special === 'ecmo' || special === 'proning',
  )
  if (isHfno(clinical)) needs.push('hfno')
  if (needsIsolationRoom(clinical)) needs.push('isolation')
  return needs.sort()
}
