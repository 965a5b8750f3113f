/** The element's name. */
export const name = 'user-pool-playground'
