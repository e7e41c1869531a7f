// A payload of every command about vehicles, extra teams and MICU help. Part of commands.ts.
import type { CommandName, Payload } from '#shared/wire/command.ts'
import { anId, places, plus } from '#test/support/builders.ts'
import type { Told } from './points.ts'

type Of<P extends string> = Exclude<Extract<CommandName, `${P}.${string}`>, 'help.settle'>

const micu: Omit<Payload<'vehicle.set'>, 'entry' | 'vehicle'> = {
  kind: 'micu',
  name: 'MICU Utrecht 1',
  org: places.desk,
  hours: null,
  oxygen: [{ litres: 20, bar: 190 }],
  abilities: { hfno: false, isolation: true, bariatric: false },
}

export const ofTheFleet: { [N in Of<'vehicle' | 'team' | 'help'>]: (of: Told) => Payload<N> } = {
  'vehicle.set': () => ({ entry: anId(4005), vehicle: places.vehicle, ...micu }),
  'vehicle.out': () => ({ entry: anId(4005), vehicle: places.vehicle, reason: 'defect', until: null }),
  'vehicle.back': () => ({ entry: anId(4005), vehicle: places.vehicle }),
  'team.start': () => ({
    team: anId(4006),
    centre: places.desk,
    from: plus(60),
    until: plus(2000),
    icBeds: 0,
    reason: 'drukte',
  }),
  'team.end': () => ({ team: anId(4007) }),
  'help.ask': ({ transfer }) => ({ help: anId(4009), transfer, departAt: plus(60) }),
  'help.answer': () => ({ help: anId(4009), answer: 'no', reason: 'no-crew' }),
  'help.next': () => ({ help: anId(4009) }),
  'help.end': () => ({ help: anId(4009) }),
}
