import { createSignal } from 'solid-js'

import type { Trouble } from '#web/pieces/access/came-trouble.tsx'
import type { FileCame } from '#web/state/csv-file.ts'

/** A file that is chosen, tried, and then taken in; what came of it is of that file, or gone. */
export function createFileTrial<T>(sendFile: (file: File, keep: boolean) => Promise<FileCame<T>>) {
  const [file, setFile] = createSignal<File>()
  const [report, setReport] = createSignal<T>()
  const [trouble, setTrouble] = createSignal<Trouble>()
  const [gone, setGone] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const forgetTrouble = () => {
    setTrouble(undefined)
    setGone(false)
  }
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    setReport(undefined)
    forgetTrouble()
  }
  const send = async (keep: boolean) => {
    setAsked(true)
    const chosen = file()
    if (chosen === undefined || busy()) return
    setBusy(true)
    forgetTrouble()
    const came = await sendFile(chosen, keep)
    setBusy(false)
    // Another file was chosen in the meantime.
    if (file() !== chosen) return
    if ('gone' in came) setGone(true)
    else if ('ok' in came) setReport(() => came.ok)
    else setTrouble(came)
  }
  return { report, trouble, gone, busy, choose, send, isMissing: () => asked() && file() === undefined }
}
