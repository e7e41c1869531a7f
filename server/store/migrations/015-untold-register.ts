// Lines of the register of which devices are to be told: a MICU centre asks for help. Run by migrate.ts.

export const name = '015-untold-register'

export const statements = ['alter table register add column untold integer not null default 0']
