import type { CommandName, SystemCommand } from '#shared/wire/command.ts'
import { t } from '#web/i18n/t.ts'

/** What a person does; the rest is the server's own. */
type Done = Exclude<CommandName, SystemCommand>

/** What a person did, in words: "Bed bevestigd". */
export const actName = (name: CommandName): string => t(`app.act.${name as Done}`)
