import type { Dictionary } from '#web/i18n/t.ts'

export const crew: Dictionary['crew'] = {
  onto: 'to {vehicle}',
  'eta.told.origin': 'at the origin at {time}',
  'eta.told.destination': 'at the destination at {time}',

  'decline.open': 'Decline this ride',
  'decline.title': 'Decline ride',
  'decline.text': 'The ride goes back to the transport desk. The bed stays reserved.',
  'decline.do': 'Decline ride',
  'decline.not': 'Do not decline',

  'handOn.open': 'Hand the ride on',
  'handOn.title': 'Hand on the ride',
  'handOn.text': 'All that you reported stays with the ride. It works without a connection too.',
  'handOn.to': 'To whom',
  'handOn.sameVehicle': 'Next shift on this vehicle',
  'handOn.otherVehicle': 'Another vehicle',
  'handOn.vehicle': 'Which vehicle',
  'handOn.chooseVehicle': 'Choose a vehicle',
  'handOn.note': 'Note',
  'handOn.do': 'Hand on',
  'handOn.not': 'Do not hand on',
  'handOn.done': 'Handed on',
  'handOn.waiting': 'This ride waits for a crew',
  'handOn.waitingText': '{vehicle} handed it on at {time}. The ride now stands at: {state}.',
  'handOn.gone': 'Handed on to {vehicle}',
  'handOn.goneText': 'At {time}. The ride is no longer yours.',

  'takeOver.do': 'Take this ride over',
  'takeOver.text': 'A colleague drove this ride. If you take over, you report the next steps.',
  'takeOver.done': 'Taken over',

  'eta.title': 'Expected arrival',
  'eta.origin': 'at {place}',
  'eta.crew': 'said by the crew at {time}',
  'eta.transport-desk': 'said by the transport desk at {time}',
  'eta.estimate': 'estimated from the driving time',
  'eta.late': '{minutes} min later than planned',
  'eta.early': '{minutes} min earlier than planned',
  'eta.onTime': 'on schedule',
  'eta.overdue': 'should have been there',
  'eta.open': 'Give arrival time',
  'eta.sheet': 'When will you be there',
  'eta.sheetText': 'At {place}. Now expected {time}.',
  'eta.sheetNone': 'At {place}.',
  'eta.earlier': '5 min earlier',
  'eta.later': '5 min later',
  'eta.lateQuarter': '15 min later',
  'eta.do': 'Give {time}',
  'eta.done': 'Arrival {time} given',

  'incident.title': 'Report an incident',
  'incident.done': 'Incident reported: {incident}',

  'out.open': 'Report the vehicle out of service',
  'out.title': '{vehicle} out of service',
  'out.text':
    'The vehicle gets no new rides until the transport desk puts it back. This ride goes on; abort it or hand it on if you cannot.',
  'out.done': 'Vehicle reported out of service',

  navigate: 'Navigate to {place}',

  'escort.open': 'Escort does not go along',
  'escort.title': 'Escort does not go along',
  'escort.text':
    'The escorting doctor decides at the bed. The ride stops, the bed stays reserved and the transport desk plans again.',
  'escort.do': 'Report that the escort does not go along',
  'escort.not': 'Go along after all',
}
