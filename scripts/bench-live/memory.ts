// Says what this process holds, after collecting what it does not (`node --expose-gc`). Used by serve.ts and bare.ts.
export function sayMemory(): void {
  process.on('SIGUSR2', () => {
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    process.stdout.write(`memory ${heapUsed + external}\n`)
  })
}
