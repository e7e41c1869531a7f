import { createSignal, For, Show } from 'solid-js'

import { micuCentres } from '#shared/reference/micu-centres.ts'
import { isInForce, MAX_MICU, type Team } from '#shared/transport/vehicle-row.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { type Acted, act } from '#web/state/act.ts'
import { now } from '#web/state/now.ts'
import { hasRole, myOrgs } from '#web/state/session.ts'

import { NewTeam } from './new-team.tsx'

type Props = {
  teams: readonly Team[]
  /** Says whether it was taken; what is wrong stands above. */
  onRun: (acting: Promise<Acted>) => Promise<boolean>
}

/** Extra MICU teams: each a dated decision with what it costs in IC beds. */
export function Teams(props: Props) {
  const [open, setOpen] = createSignal(false)
  const decidesAll = () => myOrgs('secretary').includes('db-lnaz')
  const centres = () => micuCentres.filter(({ id }) => decidesAll() || myOrgs('transport-desk').includes(id))
  const mayEnd = ({ centre }: Team) => decidesAll() || myOrgs('transport-desk').includes(centre)
  const live = () => props.teams.filter(({ until }) => until > now())
  return (
    <Section
      title={t('dayBoard.team.title')}
      side={t('dayBoard.team.inService', {
        count: 7 + live().filter((one) => isInForce(one, now())).length,
        max: MAX_MICU,
      })}
    >
      <ul class="fleet">
        <For each={live()} fallback={<li class="fleet__facts">{t('dayBoard.team.none')}</li>}>
          {(team) => (
            <li class="fleet__line">
              <span class="fleet__words">
                <strong>{orgName(team.centre)}</strong>
                <span class="fleet__facts">
                  {t('dayBoard.team.line', {
                    from: moment(team.from, now()),
                    until: moment(team.until, now()),
                    count: team.icBeds,
                    body: orgName(team.decidedBy),
                  })}
                </span>
                <span class="fleet__facts">{team.reason}</span>
              </span>
              <Show when={mayEnd(team)}>
                <Button
                  onClick={() => void props.onRun(act('team.end', { team: team.id }, { subject: team.id }))}
                >
                  {t('dayBoard.team.end')}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={centres().length > 0 && (hasRole('secretary') || hasRole('transport-desk'))}>
        <Show
          when={open()}
          fallback={<Button onClick={() => setOpen(true)}>{t('dayBoard.team.add')}</Button>}
        >
          <NewTeam
            centres={centres().map(({ id }) => id)}
            onStart={(team) => props.onRun(act('team.start', team, { subject: team.team }))}
            onDone={() => setOpen(false)}
          />
        </Show>
      </Show>
    </Section>
  )
}
