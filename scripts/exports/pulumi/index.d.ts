// Stands in for the Pulumi SDK, of which only the arguments' types are wanted and not the two hundred packages.
export type Input<T> = T
export type Output<T> = T
