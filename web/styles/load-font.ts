const FAMILY = 'Atkinson Hyperlegible Next'
const FILE = '/fonts/atkinson-hyperlegible-next-400-650.woff2'

/** Fetches the typeface once the first screen has been painted; the fallback stays when it cannot be had. */
export function loadFont(): void {
  if (typeof FontFace === 'undefined' || !('fonts' in document)) return
  const face = new FontFace(FAMILY, `url(${FILE}) format("woff2")`, { weight: '400 650', display: 'swap' })
  const fetchFace = () =>
    face.load().then(
      (loaded) => document.fonts.add(loaded),
      (reason: unknown) => console.info('typeface not loaded, the fallback stays', reason),
    )
  requestAnimationFrame(() => requestAnimationFrame(fetchFace))
}
