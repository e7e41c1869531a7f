// One page with all pictures, a row per screen. Written by scripts/shots.ts into shots/index.html.
export type Picture = { shot: string; look: string; file: string }

const row = (shot: string, pictures: readonly Picture[]): string => `
<section>
  <h2>${shot}</h2>
  <div>${pictures
    .map(
      ({ file, look }) =>
        `<figure><a href="${file}"><img src="${file}" alt="${shot}, ${look}" loading="lazy"></a><figcaption>${look}</figcaption></figure>`,
    )
    .join('\n')}</div>
</section>`

export function contactSheet(pictures: readonly Picture[]): string {
  const shots = [...new Set(pictures.map(({ shot }) => shot))]
  const rows = shots.map((shot) =>
    row(
      shot,
      pictures.filter((picture) => picture.shot === shot),
    ),
  )
  return `<!doctype html>
<meta charset="utf-8">
<title>brancard</title>
<style>
  body { margin: 2rem; background: #888; font: 15px system-ui; }
  div { display: flex; gap: 1rem; align-items: start; overflow-x: auto; }
  figure { margin: 0; }
  img { height: 22rem; background: #fff; object-fit: cover; object-position: top; }
</style>
<h1>${pictures.length} pictures of ${shots.length} screens</h1>
${rows.join('\n')}
`
}
