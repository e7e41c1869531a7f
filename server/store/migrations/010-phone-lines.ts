// The phone line of a function at an organisation. Run by migrate.ts.

export const name = '010-phone-lines'

export const statements = [
  `create table phone_lines (
    org text not null, role text not null, phone text not null, changed text not null, primary key (org, role))`,
]
