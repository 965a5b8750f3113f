// The codes of findings that are no rules between members: what each means, for the command's `explain` and the page of rules.
// A test holds the list to what the engine says.

/** What a code means. */
export interface Code {
  id: string
  message: string
  why: string
}

/** Codes by the step that speaks. */
export interface CodeGroup {
  id: string
  title: string
  about: string
  codes: readonly Code[]
}

const codes = (...all: readonly [id: string, message: string, why: string][]): Code[] => all.map(([id, message, why]) => ({ id, message, why }))

export const codeGroups: readonly CodeGroup[] = [
  {
    id: 'tool', title: 'Before a call', about: 'What a text in its own language comes to, before there is a request.',
    codes: codes(
      ['not-recognised', 'No user pool is found in the text.', 'It is in none of the languages that are read, or its pool is written in a way that is not known.'],
      ['no-pool', 'The text is read and has no user pool in it.', 'It may have one under a name that is not known.'],
      ['unread', 'The text cannot be read in its language.', 'Whatever reads it next fails at the same place.'],
      ['import-too-large', 'The text is too large to be read.', 'Within the limit no text takes long.'],
      ['left-out', 'A part of the text does not reach the request.', 'The tool makes another call for it, or keeps it for itself.'],
      ['put-in', 'A value of the request stands elsewhere in the text.', 'It is a default or another part of the text that the tool puts in.'],
      ['nothing-known', 'The text has a pool, and nothing of it is written out.', 'Its settings come from elsewhere: a function, a variable of another file. Nothing of it is checked.'],
      ['beside', 'A part of the text is not the pool.', 'It is read for what it says of the pool, and not checked.'],
      ['unknown-value', 'A value is known only when the text is deployed.', 'It is passed over: what depends on it is said as a note.'],
      ['unresolved-name', 'A name of the template is nearly that of a parameter or a resource, and is none.', 'CloudFormation refuses the stack before it makes anything.'],
      ['parameter-not-allowed', 'A parameter of the template has a value that is none of its AllowedValues.', 'CloudFormation refuses the stack before it makes anything.'],
      ['no-list', 'A single value stands where the tool wants a list.', 'The tool refuses the resource before it makes anything.'],
      ['no-argument', 'A block is written as an argument, with an equals sign.', 'Terraform refuses it before it plans.'],
      ['missing-argument', 'An argument is missing that the tool requires.', 'The tool refuses the text before it calls the service.'],
      ['removed-argument', 'An argument is written that newer versions of the tool have no more.', 'They refuse the text before they call the service.'],
      ['replaced-each-time', 'An attribute of texts or numbers has no block with its bounds.', 'The guide of Terraform\'s provider asks for the block, "to prevent recreation of the Terraform resource": the service answers with bounds, and the provider takes that for a change that only another pool can have.'],
      ['no-block', 'An argument is written as a block.', 'Terraform refuses it before it plans.'],
      ['synthesis-fails', 'A construct of the CDK throws on its properties.', 'Nothing is deployed: the app does not get as far as a template.'],
      ['no-such-value', 'A setting that the tool sends by another call has a value that does not exist.', 'The tool refuses it, or the service does once the pool is made.'],
      ['mfa-no-factor', 'A second step is demanded or offered, and no second factor is set up.', 'The tool sets MFA by a call of its own, SetUserPoolMfaConfig, which refuses that once the pool is made.'],
      ['later-call-refused', 'The pool is made, and the call that the tool makes next is refused.', 'The deployment fails there, and the pool stays without what the call sets.'],
      ['repeated-block', 'A block stands there twice.', 'The tool takes one only.'],
      ['attribute-without-name', 'An attribute of a pool that is there has no name.', 'It is passed over.'],
      ['nameless', 'A pool has no name.', 'CreateUserPool asks for one.'],
      ['no-shorthand', 'A value of the AWS CLI is not written in its shorthand.', 'The CLI refuses the command.'],
      ['short-option', 'The beginning of an option stands for the whole.', 'The AWS CLI takes it where no other option begins so.'],
      ['ambiguous-option', 'The beginning of an option fits several.', 'The CLI refuses the command.'],
      ['repeated-option', 'An option stands there twice.', 'The AWS CLI takes the last one, and what the others say is lost.'],
      ['no-value', 'An option has no value behind it.', 'The CLI refuses the command.'],
      ['unknown-name', 'The text names something that the tool does not have.', 'The tool refuses it, or passes it over without a word.'],
      ['factors-not-told', 'The text does not tell which second factors the pool has.', 'GetUserPoolMfaConfig shows them, and DescribeUserPool does not.'],
      ['extra-word', 'The command has a word too many.', 'The CLI refuses the command.'],
      ['syntax', 'The text is wrong in its own language.', 'Whatever reads it next fails at the same place.'],
    ),
  },
  {
    id: 'json', title: 'JSON', about: 'Faults of the text as JSON. The service refuses the call before it looks at a member.',
    codes: codes(
      ['empty-text', 'There is no request.', 'The shortest is an object with a PoolName.'],
      ['bad-escape', 'A backslash begins no escape that JSON has.', 'Only \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits are there.'],
      ['byte-order-mark', 'The text begins with a byte order mark.', 'JSON has none. Save the file as UTF-8 without it.'],
      ['comment', 'There is a comment.', 'JSON has none.'],
      ['control-character', 'A string has a control character in it.', 'JSON wants it as an escape.'],
      ['duplicate-name', 'A name stands there twice.', 'The last one holds, and the others are lost without a word.'],
      ['extra-comma', 'There is a comma too many.', 'JSON has one between two values.'],
      ['foreign-space', 'There is a space that JSON does not know.', 'It often comes with text that was copied from a page.'],
      ['lone-surrogate', 'An escape stands for half a character.', 'Two of them make a character.'],
      ['malformed-number', 'A number is not spelt as JSON has it.', 'No sign +, no zero in front, a digit on each side of the point.'],
      ['misspelt-literal', 'A literal is misspelt.', 'JSON has true, false and null.'],
      ['missing-colon', 'The colon behind a name is missing.', 'A member is a name, a colon and a value.'],
      ['missing-comma', 'A comma is missing.', 'JSON has one between two values.'],
      ['missing-value', 'A value is missing.', 'A member is a name, a colon and a value.'],
      ['text-after-end', 'There is text behind the end.', 'A request is one value.'],
      ['trailing-comma', 'Nothing follows a comma.', 'JSON has no trailing commas.'],
      ['unclosed-bracket', 'A bracket is not closed.', 'Where it would be closed is not known.'],
      ['unclosed-comment', 'A comment is not closed.', 'JSON has no comments.'],
      ['unclosed-string', 'A string is not closed.', 'A string ends on its line.'],
      ['unexpected-text', 'There is something that is no value.', 'JSON has strings, numbers, objects, lists, true, false and null.'],
      ['unquoted-boolean', 'A word without quotes is read as true or false.', 'JSON has them in small letters. YAML 1.1, which CloudFormation reads, takes ON, OFF, yes and no for them, too: a text needs quotes.'],
      ['unquoted-name', 'A name stands there without quotes.', 'JSON wants double quotes around it.'],
      ['unquoted-text', 'A text stands there without quotes.', 'JSON wants double quotes around it.'],
      ['wrong-bracket', 'A bracket closes one of another kind.', 'Brackets close in the order in which they open.'],
      ['wrong-quotes', 'These are not the quotes of JSON.', 'JSON has the straight double quotes only.'],
      ['text-too-long', 'The text is too long to be read.', 'Within the limits no text takes long.'],
      ['nested-too-deep', 'Brackets are nested too deep to be read.', 'Within the limits no text takes long.'],
      ['too-many-values', 'The text has too many values to be read.', 'Within the limits no text takes long.'],
      ['number-too-long', 'A number has too many digits to be read.', 'Within the limits no text takes long.'],
      ['exponent-too-large', 'The exponent of a number is too large to be read.', 'Within the limits no text takes long.'],
    ),
  },
  {
    id: 'values', title: 'Single values', about: 'What is asked of a value by itself, whatever the others say.',
    codes: codes(
      ['not-a-request', 'The text is JSON and no object.', 'A request is an object in { }.'],
      ['not-a-user-pool', 'The text is no answer of the service with a user pool.', 'A pool that is there is read from an answer of DescribeUserPool.'],
      ['wrong-type', 'A value is of another type than its member.', 'The service answers with the first one in the order of the text.'],
      ['unknown-member', 'A request has no member of that name.', 'The service passes it over without a word, the AWS CLI and the SDKs refuse it.'],
      ['constraint-required', 'A member that has to be there is left out.', 'The service refuses the call.'],
      ['constraint-enum', 'A value is none of those that the member may have.', 'The service refuses the call and lists them.'],
      ['constraint-pattern', 'A string does not fit the pattern of its member.', 'The service refuses the call and names the pattern.'],
      ['constraint-minLength', 'A string is too short.', 'The service refuses the call and names the bound.'],
      ['constraint-maxLength', 'A string is too long.', 'The service refuses the call and names the bound.'],
      ['constraint-minItems', 'A list is too short.', 'The service refuses the call and names the bound.'],
      ['constraint-maxItems', 'A list is too long.', 'The service refuses the call and names the bound.'],
      ['constraint-minimum', 'A number is too small.', 'The service refuses the call and names the bound.'],
      ['constraint-maximum', 'A number is too large.', 'The service refuses the call and names the bound.'],
      ['constraint-elements', 'An element of a list is not as it has to be.', 'The service answers for the list as a whole.'],
      ['constraint-keys', 'A key of a map is not as it has to be.', 'The service answers for the map as a whole.'],
      ['constraint-values', 'A value of a map is not as it has to be.', 'The service answers for the map as a whole.'],
    ),
  },
  {
    id: 'calls', title: 'Calls on a pool', about: 'What a call on a pool that is there comes to.',
    codes: codes(
      ['unknown-operation', 'There is no such operation, or none yet on that day.', 'The names are those of the API.'],
      ['update-resets', 'The update sets a member back though it says nothing of it.', 'UpdateUserPool takes what is left out for its default.'],
      ['update-immutable', 'No call changes this member of a pool.', 'Only a new pool can have another value.'],
      ['tier-assumed', 'The plan of the pool is assumed.', 'The answer is older than the member that tells it.'],
    ),
  },
  {
    id: 'command', title: 'The command’s own', about: 'What the command user-pool says by itself, most of it of the comments by which findings are ignored.',
    codes: codes(
      ['pools-not-checked', 'The text has more pools than are checked.', 'The text is read anew for each of them. Split it.'],
      ['ignore-unused', 'A comment ignores what is not found.', 'What it was for has been mended, or it stands on another line.'],
      ['ignore-incomplete', 'A comment that ignores a finding has no rule or no reason.', 'Whoever reads it later has to know why. Nothing is ignored by it.'],
    ),
  },
]

/** The meaning of a code that is no rule; null for one that is not known. */
export function codeOf(id: string): Code | null {
  return codeGroups.flatMap(({ codes }) => codes).find((code) => code.id === id) ?? null
}
