import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it('docs/access.md is what the tables say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/access.ts', '--check'], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
})
