/** The packages of npm that a bundle is made of, for the list of what is shipped. */
export function packagesIn(metafile) {
  return Object.keys(metafile.inputs).flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [])
}
