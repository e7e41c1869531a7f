// A line of the record as a FHIR R4 AuditEvent, for a hospital's own audit system. Pure; called by
// scripts/audit-export.ts.
import type { Act } from './act.ts'

export type AuditLine = Omit<Act, 'codes' | 'emergency' | 'once' | 'subjectId'> & {
  id: number
  subject_id: string | null
  codes: string | null
  emergency: number
}

const DCM = 'http://dicom.nema.org/resources/ontology/DCM'
const EVENTS = 'urn:brancard:event'
const coding = (system: string, code: string, display?: string) => ({
  system,
  code,
  ...(display === undefined ? {} : { display }),
})
const identified = (system: string, value: string) => ({ identifier: { system, value } })

/** DICOM's kinds of event (NEN 7513, table of event codes). */
function typeOf(event: string) {
  if (event.startsWith('access.signed')) return coding(DCM, '110114', 'User Authentication')
  if (event.startsWith('access.')) return coding(DCM, '110113', 'Security Alert')
  if (event === 'transfer.print' || event === 'transfer.export') return coding(DCM, '110106', 'Export')
  if (event.startsWith('record.')) return coding(DCM, '110101', 'Audit Log Used')
  if (event === 'list.read') return coding(DCM, '110112', 'Query')
  return coding(DCM, '110110', 'Patient Record')
}

/** 0 success, 4 refused, 8 failed. */
const OUTCOMES = { done: '0', refused: '4', failed: '8' } as const

export function auditEvent(line: AuditLine): Record<string, unknown> {
  const codes = line.codes === null ? [] : (JSON.parse(line.codes) as string[])
  return {
    resourceType: 'AuditEvent',
    id: String(line.id),
    type: typeOf(line.event),
    subtype: [coding(EVENTS, line.event)],
    action: line.action,
    recorded: line.at,
    outcome: OUTCOMES[line.outcome],
    ...(line.reason === null ? {} : { outcomeDesc: line.reason }),
    ...(line.emergency === 1
      ? {
          purposeOfEvent: [
            {
              coding: [
                coding('http://terminology.hl7.org/CodeSystem/v3-ActReason', 'BTG', 'break the glass'),
              ],
            },
          ],
        }
      : {}),
    agent: [agentOf(line), ...(line.behalf === null ? [] : [onBehalfOf(line.behalf)])],
    source: {
      observer: { display: 'brancard' },
      type: [coding('http://terminology.hl7.org/CodeSystem/security-source-type', '4', 'Application Server')],
    },
    entity: [...entityOf(line), ...codes.map((code) => patient(code))],
  }
}

function agentOf({ role, org, person, basis, address, session, request }: AuditLine) {
  const facts = [
    ...(org === null ? [] : [{ type: 'organisation', valueString: org }]),
    ...(session === null ? [] : [{ type: 'session', valueString: session }]),
    ...(request === null ? [] : [{ type: 'request', valueString: request }]),
  ]
  return {
    ...(role === null ? {} : { role: [{ coding: [coding('urn:brancard:role', role)] }] }),
    who: {
      ...identified('urn:brancard:person', person),
      ...(org === null ? {} : { display: `${role}, ${org}` }),
    },
    requestor: true,
    ...(basis === null ? {} : { policy: [`urn:brancard:basis:${basis}`] }),
    ...(address === null ? {} : { network: { address, type: '2' } }),
    ...(facts.length === 0
      ? {}
      : {
          extension: facts.map(({ type, valueString }) => ({
            url: `urn:brancard:agent:${type}`,
            valueString,
          })),
        }),
  }
}

const onBehalfOf = (behalf: string) => ({
  who: identified('urn:brancard:function', behalf),
  requestor: false,
})

/** The patient is known by the code alone. */
const patient = (code: string) => ({
  what: identified('urn:brancard:code', code),
  type: coding('http://terminology.hl7.org/CodeSystem/audit-entity-type', '1', 'Person'),
  role: coding('http://terminology.hl7.org/CodeSystem/object-role', '1', 'Patient'),
})

function entityOf({ subject, subject_id: id, transfer, code }: AuditLine) {
  const named = (of: string, value: string) => ({
    what: identified(`urn:brancard:${of}`, value),
    type: coding('http://terminology.hl7.org/CodeSystem/audit-entity-type', '2', 'System Object'),
  })
  return [
    ...(id === null ? [] : [named(subject, id)]),
    ...(transfer === null || transfer === id ? [] : [named('transfer', transfer)]),
    ...(code === null ? [] : [patient(code)]),
  ]
}
