import type { CommandName } from '#shared/wire/command.ts'
import { t } from '#web/i18n/t.ts'

/** What a person did, in words: "Bed bevestigd". */
export const actName = (name: CommandName): string => t(`app.act.${name}`)
