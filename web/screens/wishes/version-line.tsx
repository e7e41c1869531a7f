import { For, Show } from 'solid-js'

import type { Wish } from '#shared/wishes/wish.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { now } from '#web/state/now.ts'

type Shown = Wish & { pending?: true | undefined }
const patients = ({ pairs }: Wish): number => pairs.reduce((sum, { wanted }) => sum + wanted, 0)

/** Which version holds since when, with its explanation; the ones before on demand. */
export function VersionLine(props: { versions: readonly Shown[] }) {
  const time = (wish: Wish) => moment(wish.publishedAt, now())
  return (
    <Show when={props.versions[0]}>
      {(wish) => (
        <div class="wish-version">
          <p>
            {t('wishes.version', { version: wish().version, time: time(wish()) })}
            <Show when={wish().pending}>{` · ${t('wishes.pending')}`}</Show>
          </p>
          <Show when={wish().note}>{(note) => <p>{note()}</p>}</Show>
          <Show when={props.versions.length > 1}>
            <Disclosure label={t('wishes.older')} note={String(props.versions.length - 1)}>
              <ul>
                <For each={props.versions.slice(1)}>
                  {(old) => (
                    <li>
                      {t('wishes.older.line', {
                        version: old.version,
                        time: time(old),
                        patients: patients(old),
                      })}
                    </li>
                  )}
                </For>
              </ul>
            </Disclosure>
          </Show>
        </div>
      )}
    </Show>
  )
}
