// Runs first in every npm script: brancard needs Node 24, which runs TypeScript as it is.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `brancard needs Node 24 or newer, this is ${process.version}: run "npm ci" (brings it on Linux x64) or install it.`,
  )
  process.exit(1)
}
