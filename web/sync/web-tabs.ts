import type { Neighbours, Word } from './tabs.ts'

/** Undefined where this browser cannot tell its tabs apart. */
export const webTabs: Neighbours | undefined =
  'locks' in navigator && 'BroadcastChannel' in globalThis
    ? {
        openChannel: (name) => {
          const channel = new BroadcastChannel(name)
          return {
            post: (word) => channel.postMessage(word),
            listen: (hear) =>
              channel.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data)),
            close: () => channel.close(),
          }
        },
        hold: (name, work, signal) => navigator.locks.request(name, { signal }, work),
      }
    : undefined
