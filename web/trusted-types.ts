// Must be the first import of main.tsx: Solid's templates are made while modules load.

type Policy = {
  createHTML(html: string): string
  createScriptURL(url: string): string
}
type Factory = { createPolicy(name: string, policy: Policy): unknown }

const FORBIDDEN =
  /<\s*\/?\s*(script|iframe|object|embed|base|meta|link|style)\b|[\s"'/]on[a-z]+\s*=|javascript:/i
/** The one script that is started by its address. */
const WORKERS = ['/service-worker.js']

/** What the page's own templates may put into the document, and which workers may start. Throws on anything else. */
export const policy: Policy = {
  createHTML(html) {
    if (FORBIDDEN.test(html)) throw new TypeError('trusted types: refused markup')
    return html
  },
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href)
    if (origin !== location.origin || !WORKERS.includes(pathname))
      throw new TypeError('trusted types: refused script address')
    return url
  },
}

const factory: Factory | undefined = (globalThis as { trustedTypes?: Factory }).trustedTypes
factory?.createPolicy('default', policy)
