// Before every test of the client: it speaks the whole of its Dutch (screens get it fetched beside them), and what is waited
// for takes its time on a machine that does other work beside.
import { configure } from '@solidjs/testing-library'
import { loadWords } from '#web/i18n/t.ts'

configure({ asyncUtilTimeout: 5_000 })
await loadWords()
