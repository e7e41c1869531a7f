import type { CommandName } from '#shared/wire/command.ts'
import { tryT } from '#web/i18n/t.ts'

/** What a person did, in words: "Bed bevestigd". */
export const actName = (name: CommandName): string => tryT(`app.act.${name}`) ?? name
