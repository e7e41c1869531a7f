// A ride that its crew is about to drive, made on a running server by the people it takes. Used by slow-line.ts.
import { randomUUID } from 'node:crypto'
import { aRequest, places } from '#test/support/builders.ts'
import { Caller } from './caller.ts'

export async function planRide(url: string): Promise<{ ride: string; transfer: string; check: string }> {
  const now = new Date().toISOString()
  const [referrer, receiver, desk] = await Promise.all(
    [`intensivist@${places.from}`, `bed-desk@${places.to}`, `transport-desk@${places.desk}`].map((person) =>
      new Caller(url).signIn(person),
    ),
  )
  if (referrer === undefined || receiver === undefined || desk === undefined) throw new Error('nobody')
  const [transfer, reservation, ride] = [randomUUID(), randomUUID(), randomUUID()]
  const request = aRequest({
    purpose: 'specialist-care',
    directedTo: places.to,
    admissionReason: 'other',
    readyFrom: now,
  })
  const filed = await taken(referrer, 'transfer.submit', { transfer, reservation, request })
  await taken(receiver, 'beds.report', {
    hospital: places.to,
    bed: 'ic',
    operational: 30,
    occupied: 10,
    crisis: 0,
    boss: 0,
    addable24h: 0,
    intakeStop: null,
  })
  const acceptedBy = { role: 'intensivist', phone: '024-7654321' }
  await taken(receiver, 'reservation.confirm', { reservation, needs: [], acceptedBy })
  const plan = { ride, transfer, vehicle: places.vehicle, escorted: false, departAt: now, windowReason: 'nu' }
  await taken(desk, 'ride.plan', plan)
  for (const caller of [referrer, receiver, desk]) caller.close()
  return { ride, transfer, check: (filed.code ?? '').slice(-3) }
}

async function taken(
  caller: Caller,
  ...[name, payload]: Parameters<Caller['command']>
): Promise<{ code?: string }> {
  const answer = await caller.post(caller.command(name, payload))
  if (answer?.status !== 200) throw new Error(`${name}: ${answer?.status} ${answer?.body}`)
  return JSON.parse(answer.body) as { code?: string }
}
