// Exemptions and keys, from recording to ending: what is decided beside the patients. Told in stories.test.ts.
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { hospitalsWith } from '#shared/fair-share/region-share.ts'
import { anId, aPerson, people, plus } from './builders.ts'
import { Story } from './story.ts'

export function sharesDecided(): Story {
  const story = new Story()
  const chairs = aPerson('secretary', 'roaz-chairs')
  const exemption = anId(6)
  const span = { from: story.now, until: null }
  story.do(chairs, 'exemption.grant', { exemption, group: 'azo', ...span, reason: 'brand' })
  story.do(chairs, 'exemption.end', { exemption, reason: 'geblust' })
  const next = { bed: 'ic', from: plus(60), reason: 'herijkt' } as const
  const keys = { ...TABLE_1_KEYS, azo: 10 }
  story.do(people.lcps, 'key-set.record', { ...next, keySet: anId(7), keys, decidedBy: 'lcps' })
  const parts = Object.fromEntries(hospitalsWith('azo', 'ic').map((id) => [id, 10]))
  const region = { ...next, regionKey: anId(8), region: 'azo', parts }
  story.do(aPerson('secretary', 'azo'), 'region-key.set', region)
  const admin = aPerson('admin', 'brancard')
  const partner = anId(10)
  const place = { name: 'Klinikum Aachen', city: 'Aachen', country: 'DE', lat: 50.776, lon: 6.043 } as const
  const contact = { role: 'intensivist van dienst', phone: '+49 241 5550' }
  story.do(admin, 'partner.enter', { partner, ...place, nearBorder: true, icBeds: 6, contact })
  story.do(admin, 'partner.withdraw', { partner, reason: 'vol' })
  const crowded = new Story({ phase: '2d' })
  crowded.do(people.lcps, 'abroad.open', { abroad: anId(11), reason: 'vol' })
  crowded.do(people.lcps, 'abroad.close', { abroad: anId(12), reason: 'rustig' })
  story.events.push(...crowded.events)
  return story
}
