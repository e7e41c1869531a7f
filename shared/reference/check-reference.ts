// Is the reference data whole and consistent? Called by the server at start, which refuses to run on a broken file.
import { checkDistances } from './check-distances.ts'
import { checkRegions } from './check-regions.ts'
import { checkTransport } from './check-transport.ts'
import type { Problem } from './problem.ts'
import { type ReferenceData, referenceShape } from './reference-data.ts'

/** Empty when all is well. Facts are only looked at when every file has its shape. */
export function checkReference(data: ReferenceData): readonly Problem[] {
  const shape = referenceShape.safeParse(data)
  if (!shape.success) {
    return shape.error.issues.map((issue) => ({
      code: 'shape',
      where: `${issue.path.map(String).join('.')}: ${issue.message}`,
    }))
  }
  return [...checkRegions(data), ...checkTransport(data), ...checkDistances(data)]
}

/** One line for the log: the first problems by name, and how many more there are. */
export function problemLine(problems: readonly Problem[]): string {
  const shown = problems.slice(0, 3).map((problem) => `${problem.code} (${problem.where})`)
  const more = problems.length - shown.length
  return `reference data: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
