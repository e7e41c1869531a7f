import { createUniqueId, Show } from 'solid-js'

import type { Contacts, PhoneLine } from '#shared/transfers/contacts.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { telOf } from '#web/pieces/tel.ts'

import './ride-phones.css'

type Props = {
  from: string
  to: string
  /** Undefined where they are not loaded. */
  contacts: Contacts | null | undefined
  /** Demo: nothing can be dialled. */
  demo: boolean
}

/** Two lines to call: who sends the patient, and who takes the patient in. */
export function RidePhones(props: Props) {
  const id = createUniqueId()
  return (
    <div class="ride-phones">
      <Phone
        at={props.from}
        line={props.contacts?.callback}
        known={Boolean(props.contacts)}
        demo={props.demo}
        why={id}
      />
      <Phone
        at={props.to}
        line={props.contacts?.acceptedBy}
        known={Boolean(props.contacts)}
        demo={props.demo}
        why={id}
      />
      <Show when={props.demo && props.contacts}>
        <p class="ride-phones__demo" id={id}>
          {t('rides.callDemo')}
        </p>
      </Show>
    </div>
  )
}

type PhoneProps = {
  at: string
  line: PhoneLine | null | undefined
  known: boolean
  demo: boolean
  /** The id of the sentence that says why it cannot be dialled. */
  why: string
}

function Phone(props: PhoneProps) {
  const words = () => t('rides.call', { place: hospitalName(props.at) })
  const note = () => (props.known ? (props.line?.role ?? t('rides.callUnknown')) : t('rides.callNotLoaded'))
  return (
    <Show
      when={!props.demo && props.line}
      fallback={
        <Button wide icon="phone" disabled note={note()} describedBy={props.demo ? props.why : undefined}>
          {words()}
        </Button>
      }
    >
      {(line) => (
        <LinkButton wide icon="phone" href={telOf(line().phone)} note={line().role}>
          {words()}
        </LinkButton>
      )}
    </Show>
  )
}
