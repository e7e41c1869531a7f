// The thread that fills a day. Started by solve-fill only.
import { parentPort, workerData } from 'node:worker_threads'
import type { FillInput } from '#shared/transport/fill.ts'
import { fillDay } from './fill-search.ts'

const { input, limitMs }: { input: FillInput; limitMs: number } = workerData
parentPort?.postMessage(await fillDay(input, limitMs))
