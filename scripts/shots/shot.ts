// One picture, and the commonest thing that is done before it is taken.
import type { Page } from '@playwright/test'

export type Shot = {
  name: string
  /** Nobody: signed out. */
  person: string | null
  path: string
  /** Looks only, but for the last: nothing of it may change the server's state. */
  before?: (page: Page) => Promise<void>
  /** Just what fits the window: dialogs, and what stands under the thumb. */
  fold?: boolean
}

export const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click()
