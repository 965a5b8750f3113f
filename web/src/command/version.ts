declare const VERSION: string

/** The package's version, which the build puts in. */
export const version = VERSION
