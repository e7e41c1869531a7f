// Every test of the client speaks the whole of its Dutch: screens get it fetched beside them.
import { loadWords } from '#web/i18n/t.ts'

await loadWords()
