// A build step: every stylesheet opens with the order of the layers, so that whichever arrives first sets it.
// Called by vite.config.ts.
import type { Plugin } from 'vite'

const ORDER = '@layer reset,tokens,base,parts,pieces,screens;'

export function layerOrder(): Plugin {
  return {
    name: 'brancard:layer-order',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = ORDER + String(file.source)
      }
    },
  }
}
