/** Why the engine could not be had. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure'
  /** One line: what happened. */
  readonly title: string
  constructor(title: string, detail: string) {
    super(detail)
    this.title = title
  }
}
