import type {
  Called, Checked, Completion, Contract, Evaluation, Explanation, Export, Form, FormChange, FormEdit, Hover, Import, Inhabitants, Mended, Opened, Options, PasswordTrial, Plan, Summary, TextImport,
} from './types.ts'

/** What a loaded engine can do. Every call takes any text, and is synchronous but for those that may load a program. */
export interface Engine {
  /**
   * Says what the service would answer to a CreateUserPool request, and everything there
   * is to say about its text.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  evaluate(text: string, options?: Options): Evaluation
  /**
   * Says the same of a text in any language that the engine reads: a request, an answer of the service, CloudFormation,
   * Terraform, a command, a program. Places are in the text, pointers lead into the request. A value that is known only at
   * deployment is passed over, and told in `unknowns`. Of several pools `options.resource` or `options.offset` chooses one,
   * else it is the first. Other languages than JSON are read by readers.wasm, which is loaded when a text first needs it.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   * @throws ReadersFailure when readers.wasm cannot be loaded; asking again tries anew.
   */
  check(text: string, options?: Options): Promise<Checked>
  /**
   * Loads what reads other languages than JSON, if it is not there: for checkSync, and for who wants to wait at another time.
   * @throws ReadersFailure when readers.wasm cannot be loaded; asking again tries anew.
   */
  loadReaders(): Promise<void>
  /**
   * Says at once what check says. For a text in another language loadReaders has to be awaited before; else the answer's one
   * problem says that the text could not be read.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  checkSync(text: string, options?: Options): Checked
  /**
   * Makes a state in which one pool is there, for calls on it.
   * @param pool any text that says what the pool is: a CreateUserPool request, an answer of DescribeUserPool (with the answer of
   * GetUserPoolMfaConfig beside UserPool under that name, where its factors matter), or a text in another language.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   * @throws ServiceFailure when service.wasm cannot be loaded, ReadersFailure when readers.wasm cannot; asking again tries anew.
   */
  open(pool: string, options?: Options): Promise<Opened>
  /**
   * Makes a call on what is there in a state: what the service answers, and what is there afterwards. A refused call changes
   * nothing but what it counts: wrong passwords, codes that were tried. The same calls always give the same.
   * @param state what open or another call has answered with.
   * @param operation as the API calls it: 'UpdateUserPool'.
   * @param request its request, any text.
   * @throws TypeError when an argument is of the wrong type, the state is none, or an option has a wrong value.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  call(state: string, operation: string, request: string, options?: Options): Promise<Called>
  /**
   * What could be written at a place of an operation's request, the likeliest first; nothing where there is no such operation.
   * @param offset in UTF-16 code units of the request, from 0 to its length.
   * @throws TypeError when an argument is of the wrong type or the offset is not in the text.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  completeCall(operation: string, request: string, offset: number, options?: Options): Promise<Completion[]>
  /**
   * What is known of what stands at a place of an operation's request; null where nothing is.
   * @param offset in UTF-16 code units of the request, from 0 to its length.
   * @throws TypeError when an argument is of the wrong type or the offset is not in the text.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  hoverCall(operation: string, request: string, offset: number, options?: Options): Promise<Hover | null>
  /**
   * An operation's request as fields to fill in; `unreadable` says it where there is no such operation on the day.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  callForm(operation: string, request: string, options?: Options): Promise<Form>
  /**
   * What a change in the form of an operation's request does to its text, see `editForm`.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  editCallForm(operation: string, request: string, edit: FormEdit, options?: Options): Promise<FormChange>
  /**
   * Shows who is in a pool: its clients, and its users with their status, attributes and factors.
   * @param state what open or call has answered with.
   * @param poolId '' for the first pool. With options.now, codes of authenticator apps are those of that moment.
   * @throws TypeError when an argument is of the wrong type, the state is none, there is no such pool, or an option has a wrong value.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  inside(state: string, poolId: string, options?: Options): Promise<Inhabitants>
  /**
   * The six digits that an authenticator app shows at the moment of options.now.
   * @param secret in Base32, as AssociateSoftwareToken answers it.
   * @throws TypeError when it is none, or an option has a wrong value.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  authenticatorCode(secret: string, options?: Options): Promise<string>
  /**
   * What a client with a secret sends along as SecretHash or SECRET_HASH: Base64 of an HMAC-SHA256.
   * @throws TypeError when an argument is no string.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  secretHash(clientSecret: string, username: string, clientId: string): Promise<string>
  /**
   * The key set (JWKS) that verifies the tokens of all pools here, as JSON text. The key is an example: everybody can sign with
   * it, so give it to no verifier that guards anything.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  keySet(): Promise<string>
  /**
   * Writes into an UpdateUserPool request what the call would set back though the request says nothing of it.
   * @throws TypeError when an argument is of the wrong type, the state is none, or an option has a wrong value.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  safeUpdate(state: string, request: string, options?: Options): Promise<Mended>
  /**
   * Finds the fewest calls that make a pool as it is one as a request says it, and what no call changes.
   * @param pool as open takes it, in JSON.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   * @throws ServiceFailure when service.wasm cannot be loaded; asking again tries anew.
   */
  plan(pool: string, request: string, options?: Options): Promise<Plan>
  /**
   * Applies every fix that is safe: afterwards the text says the same, only rightly spelt.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  fixAll(text: string, options?: Options): Mended
  /**
   * Turns the answer of DescribeUserPool or CreateUserPool, as the wire, the AWS CLI or an
   * SDK prints it, into the shortest request that would make this pool.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  importDescription(text: string, options?: Options): Import
  /**
   * Turns a text of another tool into a request: an AWS CLI command, CloudFormation, Terraform, a call in Python with boto3
   * or in R with paws, an answer of the service, or a request itself. It finds out which by itself. Of a text with several
   * pools it lists them, and `options.resource` chooses one. Other languages than JSON are read by readers.wasm, which is
   * loaded when a text first needs it.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   * @throws ReadersFailure when readers.wasm cannot be loaded; asking again tries anew.
   */
  importText(text: string, options?: Options): Promise<TextImport>
  /**
   * What could be written at a place of a request, the likeliest first. It works in half-written text.
   * @param offset in UTF-16 code units of the text, from 0 to its length.
   * @throws TypeError when an argument is of the wrong type or out of range, or an option has a wrong value.
   */
  complete(text: string, offset: number, options?: Options): Completion[]
  /**
   * Says the same of a text in any language, in the words of its tool; nothing in a language in which no changes are written.
   * Of a request in JSON it says what `complete` does.
   * @param offset in UTF-16 code units of the text, from 0 to its length.
   * @throws TypeError when an argument is of the wrong type or out of range, or an option has a wrong value.
   * @throws ReadersFailure when readers.wasm cannot be loaded; asking again tries anew.
   */
  completeText(text: string, offset: number, options?: Options): Promise<Completion[]>
  /**
   * What is known of the member or value at a place of a request; null where there is none that the API knows.
   * @param offset in UTF-16 code units of the text, from 0 to its length.
   * @throws TypeError when an argument is of the wrong type or out of range, or an option has a wrong value.
   */
  hover(text: string, offset: number, options?: Options): Hover | null
  /**
   * The request as fields to fill in.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  form(text: string, options?: Options): Form
  /**
   * What a change in a form does to the text: edits that touch no byte beside what the change needs.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  editForm(text: string, edit: FormEdit, options?: Options): FormChange
  /**
   * The pool that the request makes, in plain language.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  summarise(text: string, options?: Options): Summary
  /**
   * How a password fares against the policy of the pool that the request makes.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  tryPassword(text: string, password: string, options?: Options): PasswordTrial
  /**
   * The request in the words of another tool, with what has to be known of it. A text that is no request gives an empty
   * one that says so.
   * @param target the `id` of one of `contract().exports`: 'aws-cli', 'terraform', …
   * @throws TypeError when there is no such target, an argument is of the wrong type or an option has a wrong value.
   */
  exportAs(target: string, text: string, options?: Options): Export
  /**
   * Says what an error message is about, alone or in the log that it was printed in: the rules that are answered so, the best
   * first, with the values in the message, a request that breaks each and one that keeps it.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  explain(text: string, options?: Options): Explanation
  /**
   * The API's reference as the engine knows it: shapes, members, limits, defaults, dates,
   * the rules between members, and requests to start from.
   * @throws TypeError when an option has a wrong value.
   */
  contract(options?: Options): Contract
}
