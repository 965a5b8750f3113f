/** How a request fared. */
export interface EmbedResult {
  /** The HTTP status of the service's reply; 0 before the first evaluation. */
  status: 0 | 200 | 400 | 500
  /** How many problems there are, by severity. */
  errors: number
  warnings: number
  notes: number
  /** The reply as JSON text: the user pool, or the exception. */
  body: string
}
