// Package playground is the engine's surface: the wire types, and one function a verb. It
// turns findings into problems with UTF-16 places and both kinds of words, and holds no
// knowledge of its own. All that crosses to JavaScript is declared in this file, from
// which the TypeScript types are generated.
package playground

import "userpoolplayground/wasm/json"

// Options are what an answer depends on beside the text. Every one may be left out.
type Options struct {
	// AsOf is a day, YYYY-MM-DD: the API as it was then. Absent: the newest.
	AsOf string `json:"asOf,omitempty"`
	// View is "create", the answer of CreateUserPool (when absent), or "describe", what
	// DescribeUserPool shows right after.
	View string `json:"view,omitempty" ts:"'create' | 'describe'"`
	// Region and AccountID are the caller's. Absent: read from the request's ARNs, else
	// us-east-1 and 123456789012.
	Region    string `json:"region,omitempty"`
	AccountID string `json:"accountId,omitempty"`
	// Now is the moment of the call in epoch milliseconds. Absent: the first millisecond
	// of AsOf, or of the newest day that the API is known to have changed on.
	Now *float64 `json:"now,omitempty"`
	// PoolID is the new pool's Id. Absent: an example.
	PoolID string `json:"poolId,omitempty"`
	// Account says what the account looks like. Absent: all is well there.
	Account *Account `json:"account,omitempty"`
	// Resource names the pool to read in a text that holds several.
	Resource string `json:"resource,omitempty"`
	// Language is what the text is in, by the id that check answers with. Absent: found out from the
	// text.
	Language string `json:"language,omitempty"`
	// Offset chooses the pool of such a text by a place inside of it, in UTF-16 code units.
	// Absent, as Resource: the first.
	Offset *float64 `json:"offset,omitempty"`
	// Parameters are values for what the outside gives a text of another language, by name: a
	// template's parameters, variables, the environment.
	Parameters map[string]string `json:"parameters,omitempty"`
	// Expressions are what the text has for values that the request leaves out because they are known
	// only at deployment, by JSON Pointer. summarise says what depends on them, and exportAs writes
	// them; "" there where the text is in another language than the target's: a note then says that it
	// is left out.
	Expressions map[string]string `json:"expressions,omitempty"`
	// Calls are those that a tool makes once the pool is made, as check answers them: summarise, exportAs,
	// open and plan speak of the pool that they lead to.
	Calls []LaterCall `json:"calls,omitempty"`
	// Triggers say what the functions of LambdaConfig answer, by their name there. One that
	// is not named changes nothing. Nothing is run: what stands here is what they answered.
	Triggers map[string]Trigger `json:"triggers,omitempty"`
}

// Trigger is what a function answers when the service calls it: an error, or a response.
type Trigger struct {
	// Throws is the error's message.
	Throws string `json:"throws,omitempty"`
	// Response is the event's response as JSON text.
	Response json.RawMessage `json:"response,omitempty" ts:"object"`
}

// Account is what the service would look up in the caller's account.
type Account struct {
	// SMSRole is the state of the role that SmsConfiguration names.
	SMSRole string `json:"smsRole,omitempty" ts:"'ok' | 'no-trust' | 'no-publish'"`
	// SESIdentities are the verified addresses and domains, as they stand after
	// "identity/" in an ARN. Absent: the ones that the request names are verified.
	SESIdentities *[]string `json:"sesIdentities,omitempty"`
}

// Evaluation is everything there is to say about a text.
type Evaluation struct {
	// Problems are sorted by their place in the text.
	Problems []Problem `json:"problems"`
	// Reply is the one thing that the service would send.
	Reply Reply `json:"reply"`
}

// Problem is one finding at its place.
type Problem struct {
	// Rule names the kind of finding: "mfa-needs-sms", "constraint-maximum", "trailing-comma".
	Rule string `json:"rule"`
	// Stage says which of the service's steps speaks; "tool" is what the text's own language
	// does before the service is called, and "advice" is ours.
	Stage string `json:"stage" ts:"'tool' | 'syntax' | 'types' | 'constraints' | 'semantics' | 'account' | 'advice'"`
	// Severity is "error" where the service would refuse the request.
	Severity string `json:"severity" ts:"'error' | 'warning' | 'note'"`
	// Pointer is the JSON Pointer of the member to blame, "" for the whole text. A missing
	// member's is where it would stand.
	Pointer string `json:"pointer"`
	// From and To enclose it, in UTF-16 code units of the text.
	From int `json:"from"`
	To   int `json:"to"`
	// Message says what is wrong and what to do; Why gives the reason.
	Message string `json:"message"`
	Why     string `json:"why,omitempty"`
	// Exception is what the service would send if this were the only problem; absent for
	// warnings and notes.
	Exception *Exception `json:"exception,omitempty"`
	// Evidence says how this is known.
	Evidence string `json:"evidence" ts:"'observed' | 'documented' | 'inferred' | 'disputed'"`
	// Links are https addresses of documentation or of the evidence.
	Links []string `json:"links"`
	// Related are other places that take part.
	Related []Related `json:"related"`
	// Fixes are edits after each of which the problem is gone.
	Fixes []Fix `json:"fixes"`
}

// Exception is what the service sends in place of a UserPool.
type Exception struct {
	// Type is the exception's name: "InvalidParameterException".
	Type string `json:"type"`
	// Message is the service's text, "" when it sends none.
	Message string `json:"message"`
	// Unworded is true when the service's text is not publicly known: Message is then a
	// sentence of ours.
	Unworded bool `json:"unworded,omitempty"`
}

// Related is a second place that a problem speaks of.
type Related struct {
	Pointer string `json:"pointer"`
	From    int    `json:"from"`
	To      int    `json:"to"`
	Message string `json:"message"`
}

// Fix is a mending edit with its name in words.
type Fix struct {
	Title string `json:"title"`
	// Edits are sorted and do not overlap.
	Edits []Edit `json:"edits"`
	// Safe is true when the text says the same afterwards, only rightly spelt: nothing is
	// guessed, added or lost.
	Safe bool `json:"safe"`
	// FillIn is true when the edits write examples for a person to replace.
	FillIn bool `json:"fillIn,omitempty"`
}

// Mended is a text after all of its safe fixes.
type Mended struct {
	Text string `json:"text"`
	// Fixes are the titles of those that were applied, in order.
	Fixes []string `json:"fixes"`
}

// Edit replaces the text between two UTF-16 offsets.
type Edit struct {
	From   int    `json:"from"`
	To     int    `json:"to"`
	Insert string `json:"insert"`
}

// Reply is the service's answer.
type Reply struct {
	// Status is the HTTP status.
	Status int `json:"status" ts:"200 | 400 | 500"`
	// Body is JSON text: {"UserPool":{…}} with members in the reference's order, or
	// {"__type":"…","message":"…"}; exceptions of the framework before Cognito's own code
	// write "Message", and some have none.
	Body string `json:"body"`
	// Wire is the body as the service sends it: members sorted, dates as a Java double
	// prints, 1.594889658976E9.
	Wire string `json:"wire"`
	// Origins says where each value of Body comes from, by its JSON Pointer; empty for an
	// exception.
	Origins json.RawMessage `json:"origins" ts:"Record<string, Origin>"`
}

// Origin says where a value of the reply comes from.
type Origin struct {
	// Kind is "given" by the request, the service's "default", "derived" from other
	// members, "generated" by the service, with an example in its place, or "unknown" until a
	// tool deploys the text, with the expression in its place.
	Kind string `json:"kind" ts:"'given' | 'default' | 'derived' | 'generated' | 'unknown'"`
	// From is the JSON Pointer, into the request, of what it was taken or computed from.
	From string `json:"from,omitempty"`
	// Why says in a sentence how it came about.
	Why string `json:"why,omitempty"`
	// Evidence says how that is known.
	Evidence string `json:"evidence,omitempty" ts:"'observed' | 'documented' | 'inferred'"`
}

// Checked is everything there is to say about a text in any language that the engine reads.
// Places are in the text, pointers lead into the request.
type Checked struct {
	Evaluation
	Reading
}

// Reading is what a text in any language was read as.
type Reading struct {
	// Language says what the text was taken for, "" when for nothing: Problems then say what
	// was looked for.
	Language string `json:"language"`
	// Pools are those of the text, in its order; Pool is the index of the one that was read,
	// negative when there is none.
	Pools []Pool `json:"pools"`
	Pool  int    `json:"pool"`
	// Request is the request as JSON text, without what is not known; null when there is none.
	Request *string `json:"request" ts:"string | null"`
	// Unknowns are the values that are known only when a tool deploys the text.
	Unknowns []UnknownValue `json:"unknowns"`
	// Parameters are what the outside gives the text.
	Parameters []Parameter `json:"parameters"`
	// Clients are the app clients that stand beside the pool in a CloudFormation template or a Terraform
	// module; empty for other texts.
	Clients []TextClient `json:"clients"`
	// Calls are those that the tool makes once the pool is made, in their order; empty for a request.
	Calls []LaterCall `json:"calls"`
	// Region and AccountID are where the text says that the pool stands, absent where it does not.
	// The reply is of where the options say.
	Region    string `json:"region,omitempty"`
	AccountID string `json:"accountId,omitempty"`
	// Places says where the values of Request stand in a text in another language, with their
	// names where those stand before them, by their JSON Pointers: from and to. It is empty for
	// a request in JSON, which is its own map.
	Places json.RawMessage `json:"places" ts:"Record<string, [from: number, to: number]>"`
}

// LaterCall is a call that a tool makes once it has made the pool.
type LaterCall struct {
	// Operation is "SetUserPoolMfaConfig": CloudFormation, Terraform and what is built on them set second
	// factors with it.
	Operation string `json:"operation"`
	// Request is the call's request as JSON text, without the UserPoolId, which the reply has, and without
	// what is not known.
	Request string `json:"request"`
	// Expressions are what the text has for values that Request leaves out because they are known only at
	// deployment, by JSON Pointer.
	Expressions map[string]string `json:"expressions,omitempty"`
	// From and To enclose, in UTF-16 code units, what the text says of it.
	From int `json:"from"`
	To   int `json:"to"`
}

// Pool is one pool of a text.
type Pool struct {
	// ID is what options.resource takes.
	ID string `json:"id"`
	// From and To enclose it in UTF-16 code units of the text.
	From int `json:"from"`
	To   int `json:"to"`
}

// UnknownValue is a value that a text does not tell.
type UnknownValue struct {
	// Pointer is its JSON Pointer into the request; that of an object or a list where further
	// members or elements of it are not known.
	Pointer string `json:"pointer"`
	From    int    `json:"from"`
	To      int    `json:"to"`
	// Expression is the value as it is written.
	Expression string `json:"expression"`
	// Why says in a sentence why it is not known.
	Why string `json:"why"`
}

// TextClient is an app client that stands beside a pool in its text. It is not checked.
type TextClient struct {
	// ID is what it is called where it stands.
	ID string `json:"id"`
	// Request is what its text tells of a CreateUserPoolClient request, as JSON without a UserPoolId: what
	// decides how users sign in, without hosted pages and other providers.
	Request string `json:"request"`
}

// Parameter is a value that the outside gives a text.
type Parameter struct {
	// Name is what options.parameters takes.
	Name string `json:"name"`
	// Value is the one in force, as it is set: a text, or a list or a map as Terraform writes it. It is null when
	// there is none.
	Value *string `json:"value" ts:"string | null"`
	// From and To enclose where the text declares or uses it; both 0 where it does not.
	From int `json:"from"`
	To   int `json:"to"`
	// Why says where the value comes from, or why there is none.
	Why string `json:"why"`
	// Allowed are the only values that the text takes, empty where it takes any.
	Allowed []string `json:"allowed"`
}

// Import is the request that would make the pool of an answer.
type Import struct {
	// Request is its text, "" when the text holds no UserPool.
	Request string `json:"request"`
	// Dropped is what the answer says and the request does not.
	Dropped []Dropped `json:"dropped"`
	// Problems are what is wrong with the answer's text, at their places in it.
	Problems []Problem `json:"problems"`
}

// Dropped is one part of a text that has no place in a request.
type Dropped struct {
	// Pointer is a JSON Pointer into the text, or, where the text is no JSON, the path by
	// which people know the part: "lifecycle", "--region", "sms_configuration.x".
	Pointer string `json:"pointer"`
	Why     string `json:"why"`
	// From and To enclose it in UTF-16 code units of the text.
	From int `json:"from"`
	To   int `json:"to"`
}

// Contract is the API's reference as the engine knows it on a day.
type Contract struct {
	// AsOf is the last day on or before the asked one on which the API changed.
	AsOf string `json:"asOf"`
	// Changes are the days on which it changed and what each brought, the oldest first.
	Changes []Change `json:"changes"`
	// Request and UserPool name the shapes of what goes in and what comes out.
	Request  string `json:"request"`
	UserPool string `json:"userPool"`
	// Shapes are all types by AWS's name.
	Shapes map[string]Shape `json:"shapes"`
	// Rules are the rules between members in the service's order, then advice, then the
	// answers that no text brings about, which have neither Bad nor Good. Without AsOf the
	// ones that no longer hold are among them, with their Until.
	Rules []Rule `json:"rules"`
	// Examples are requests to start from.
	Examples []Example `json:"examples"`
	// Exports are the tools that a request can be written for.
	Exports []ExportTarget `json:"exports"`
}

// Change is what one day brought to CreateUserPool.
type Change struct {
	// Day is YYYY-MM-DD.
	Day string `json:"day"`
	// Title names printed references of the API as it was from that day on.
	Title string `json:"title,omitempty"`
	// Added are the new members as JSON Pointers into the request, * for any element, or
	// into the answer, "/UserPool/…".
	Added []string `json:"added"`
	// Changed tells in a sentence each what else is different since.
	Changed []string `json:"changed"`
}

// Shape is a type of AWS's model.
type Shape struct {
	Type        string `json:"type" ts:"'string' | 'integer' | 'boolean' | 'timestamp' | 'list' | 'map' | 'structure'"`
	Description string `json:"description,omitempty"`
	// Members of a structure, in the reference's order.
	Members []Member `json:"members,omitempty"`
	// Element names the shape of a list's elements or a map's values; Key that of its keys.
	Element string `json:"element,omitempty"`
	Key     string `json:"key,omitempty"`
	// Enum lists the values that a string may have.
	Enum []string `json:"enum,omitempty"`
	// Pattern is what a whole string must match, in Java's dialect.
	Pattern string `json:"pattern,omitempty"`
	// Min and Max bound a string's characters, a list's elements or an integer's value.
	Min *int64 `json:"min,omitempty"`
	Max *int64 `json:"max,omitempty"`
}

// Member is one member of a structure.
type Member struct {
	Name        string `json:"name"`
	Shape       string `json:"shape"`
	Description string `json:"description"`
	Required    bool   `json:"required,omitempty"`
	Deprecated  bool   `json:"deprecated,omitempty"`
	// Default is JSON text: what comes back when the member is left out.
	Default string `json:"default,omitempty"`
	// Since is the day it appeared, YYYY-MM-DD.
	Since string `json:"since"`
	// Update says what UpdateUserPool does to it: nothing can change it, or what happens
	// when it is left out there.
	Update string `json:"update,omitempty" ts:"'immutable' | 'reset' | 'kept' | 'unknown'"`
	// UpdateEvidence says how that is known, UpdateNote what else has to be said of it.
	UpdateEvidence string `json:"updateEvidence,omitempty" ts:"'observed' | 'documented' | 'inferred' | 'disputed'"`
	UpdateNote     string `json:"updateNote,omitempty"`
	Evidence       string `json:"evidence" ts:"'observed' | 'documented' | 'inferred'"`
	// DefaultEvidence says how Default is known.
	DefaultEvidence string   `json:"defaultEvidence,omitempty" ts:"'observed' | 'documented' | 'inferred'"`
	Links           []string `json:"links"`
}

// Rule is one rule between members.
type Rule struct {
	ID string `json:"id"`
	// Fields are the members that it speaks of, as JSON Pointers with * for any element.
	Fields   []string `json:"fields"`
	Stage    string   `json:"stage" ts:"'semantics' | 'account' | 'advice'"`
	Severity string   `json:"severity" ts:"'error' | 'warning' | 'note'"`
	// Exception is the service's answer, with {placeholders}; absent for advice.
	Exception *Exception `json:"exception,omitempty"`
	// Earlier are messages that the service sent in place of the exception's on earlier days.
	Earlier []EarlierMessage `json:"earlier,omitempty"`
	Message string           `json:"message"`
	// General is Message for no request in particular.
	General  string   `json:"general"`
	Why      string   `json:"why"`
	Evidence string   `json:"evidence" ts:"'observed' | 'documented' | 'inferred'"`
	Links    []string `json:"links"`
	Since    string   `json:"since,omitempty"`
	Until    string   `json:"until,omitempty"`
	// Bad is a request that breaks it, Good the same wish well said.
	Bad  string `json:"bad,omitempty"`
	Good string `json:"good,omitempty"`
	// Around are the options that Bad and Good are meant with, where it takes any.
	Around *Options `json:"around,omitempty"`
}

// EarlierMessage is what the service said before a day.
type EarlierMessage struct {
	// Until is the first day on which the newer message was seen, YYYY-MM-DD; LastSeen the last
	// one on which this was.
	Until    string `json:"until"`
	LastSeen string `json:"lastSeen,omitempty"`
	Message  string `json:"message"`
}

// Example is a request to start from.
type Example struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description"`
	// Request is the text as it would be typed.
	Request string `json:"request"`
}

// Completion is one thing that could be written at a place.
type Completion struct {
	// Label is what a list of completions shows: a member's name, a value, a placeholder.
	Label string `json:"label"`
	// Kind says what it is: a member's name with a value to fill in, a whole block, a value,
	// a placeholder inside a message, or an ARN's skeleton.
	Kind string `json:"kind" ts:"'member' | 'block' | 'value' | 'placeholder' | 'arn'"`
	// Detail is a word or two beside the label: the type, "required", the default.
	Detail string `json:"detail"`
	// Documentation is plain text about it.
	Documentation string `json:"documentation"`
	// Since is the day on which a member or value appeared, YYYY-MM-DD.
	Since      string `json:"since,omitempty"`
	Required   bool   `json:"required,omitempty"`
	Deprecated bool   `json:"deprecated,omitempty"`
	// From and To enclose what was typed of it, in UTF-16 code units of the text: what a
	// list is narrowed by.
	From int `json:"from"`
	To   int `json:"to"`
	// Edits are sorted, do not overlap, and cover From to To; others may add a comma.
	Edits []Edit `json:"edits"`
	// SelectFrom and SelectTo are where to go on typing, in UTF-16 code units of the text
	// after the edits.
	SelectFrom int `json:"selectFrom"`
	SelectTo   int `json:"selectTo"`
}

// Hover is what is known of the member or value at a place.
type Hover struct {
	// Pointer is its JSON Pointer; From and To enclose it in UTF-16 code units of the text.
	Pointer string `json:"pointer"`
	From    int    `json:"from"`
	To      int    `json:"to"`
	// Name is the member's name, or "element 2" of a list; Shape is AWS's name of its type.
	Name        string `json:"name"`
	Shape       string `json:"shape"`
	Type        string `json:"type" ts:"'string' | 'integer' | 'boolean' | 'timestamp' | 'list' | 'map' | 'structure'"`
	Description string `json:"description"`
	Required    bool   `json:"required,omitempty"`
	Deprecated  bool   `json:"deprecated,omitempty"`
	// Limits are a sentence each: "1 to 128 characters".
	Limits []string `json:"limits"`
	// Values are those that it may have, in the reference's order, when they are few.
	Values []HoverValue `json:"values"`
	// Absent is JSON text: what the pool has when the member is left out of its block.
	// BlockAbsent is the same for a request without the whole block: absent where it is
	// equal, null where the pool then has nothing in its place.
	Absent      string `json:"absent,omitempty"`
	BlockAbsent string `json:"blockAbsent,omitempty"`
	// DefaultEvidence says how they are known.
	DefaultEvidence string `json:"defaultEvidence,omitempty" ts:"'observed' | 'documented' | 'inferred'"`
	// Since is the day on which it appeared, YYYY-MM-DD.
	Since string `json:"since,omitempty"`
	// Update says in a sentence what an update of the pool can do to it.
	Update string `json:"update,omitempty"`
	// Rules are those that speak of it.
	Rules    []HoverRule `json:"rules"`
	Evidence string      `json:"evidence" ts:"'observed' | 'documented' | 'inferred'"`
	Links    []string    `json:"links"`
}

// HoverValue is one of a few values that a string may have.
type HoverValue struct {
	Value string `json:"value"`
	// Since is the day on which it appeared, where that is later than its member's.
	Since string `json:"since,omitempty"`
}

// HoverRule is a rule that speaks of a member.
type HoverRule struct {
	ID       string `json:"id"`
	Severity string `json:"severity" ts:"'error' | 'warning' | 'note'"`
	Message  string `json:"message"`
}

// Form is a request as fields to fill in, drawn from the contract and the text.
type Form struct {
	// Unreadable says why there are no fields: the text is no object, or its structure is
	// broken at the place of the first syntax problem. "" otherwise.
	Unreadable string `json:"unreadable"`
	// Fields are the request's members in the reference's order.
	Fields []Field `json:"fields"`
}

// Field is one member of the request, given or not, an element of a list, or an entry of a map.
type Field struct {
	// Pointer is its JSON Pointer.
	Pointer string `json:"pointer"`
	// Name is the member's name, the entry's key, or what tells an element from others.
	Name        string `json:"name"`
	Type        string `json:"type" ts:"'string' | 'integer' | 'boolean' | 'list' | 'map' | 'structure' | 'unknown'"`
	Description string `json:"description"`
	Required    bool   `json:"required,omitempty"`
	Deprecated  bool   `json:"deprecated,omitempty"`
	Immutable   bool   `json:"immutable,omitempty"`
	Since       string `json:"since,omitempty"`
	// Topic is what a member of the request is about: members of one topic belong together. Words
	// are what people call it who do not know its name, for searching.
	Topic string `json:"topic,omitempty"`
	Words string `json:"words,omitempty"`
	// Adds is the call that adds to a member that no update changes.
	Adds string `json:"adds,omitempty"`
	// Update is what an update of the pool does to a member of the request that it leaves out, and
	// ForEver what it means that no update changes it.
	Update  string `json:"update,omitempty" ts:"'immutable' | 'reset' | 'kept' | 'unknown'"`
	ForEver string `json:"forEver,omitempty"`
	// Given tells whether the text has it; From and To then enclose its value, in UTF-16
	// code units.
	Given bool `json:"given"`
	From  int  `json:"from"`
	To    int  `json:"to"`
	// Value is a given scalar as a person would read it: a string's characters, a number as
	// it is spelt; the JSON text of what does not fit.
	Value string `json:"value"`
	// Misfit says why Value cannot be shown as what it should be, "" when it can. Setting
	// the field replaces it.
	Misfit string `json:"misfit"`
	// Default is JSON text: what comes of it when it is left out; "" when nothing does.
	Default string `json:"default"`
	// Values are those that an enumerated string may have, or a list's elements, or a map's
	// keys.
	Values []string `json:"values"`
	// Long tells that a string may be long enough to want several lines.
	Long bool `json:"long,omitempty"`
	// Min and Max bound a string's characters, a list's elements or an integer's value.
	Min *int64 `json:"min,omitempty"`
	Max *int64 `json:"max,omitempty"`
	// Fields are a structure's members, also of one that is absent; a given list's elements;
	// a given map's entries; then members that the API does not know, of type "unknown".
	// There are none below a misfit.
	Fields []Field `json:"fields"`
}

// FormEdit is one change made in a form.
type FormEdit struct {
	// Op is "set" a field to a value, "remove" it, "add" an element or an entry to the list
	// or map at Pointer, "move" an element to another Index, or "rename" a map's entry.
	Op string `json:"op" ts:"'set' | 'remove' | 'add' | 'move' | 'rename'"`
	// Pointer is the JSON Pointer of the field.
	Pointer string `json:"pointer"`
	// Value is JSON text to set or add; absent: the smallest value that the API takes there,
	// as far as it can be known.
	Value string `json:"value,omitempty"`
	// Key is the new entry's key in a map.
	Key string `json:"key,omitempty"`
	// Index is where an element moves to, counted from 0 in the list as it was without it.
	Index int `json:"index,omitempty"`
}

// FormChange is what a change in a form does to the text.
type FormChange struct {
	// Edits touch no byte beside what the change needs; they are sorted and do not overlap.
	Edits []Edit `json:"edits"`
	// Pointer is the JSON Pointer of what was set, added, moved or renamed, after the edits.
	Pointer string `json:"pointer"`
	// Refused says why the change could not be made and what to do, "" when it could.
	Refused string `json:"refused"`
}

// Summary tells in plain language what pool the request makes.
type Summary struct {
	// Refused says in a sentence why there is no pool; the rest is then empty.
	Refused  string    `json:"refused"`
	Sections []Section `json:"sections"`
	// Messages are what users get, with examples in place of codes and names.
	Messages []UserMessage `json:"messages"`
}

// Section is a question and its answers: "How people sign in".
type Section struct {
	// ID is "sign-in", "sign-up", "password", "messages", "recovery", "mfa", "fixed", "plan", …
	ID         string      `json:"id"`
	Title      string      `json:"title"`
	Statements []Statement `json:"statements"`
}

// Statement is one sentence about the pool.
type Statement struct {
	Text string `json:"text"`
	// Pointers are the JSON Pointers, into the reply's body, of what it was read from.
	Pointers []string `json:"pointers"`
}

// UserMessage is an email or a text message that the pool sends.
type UserMessage struct {
	// ID is "verification-email", "invitation-sms", …
	ID string `json:"id"`
	// Title says what it is; When says when it is sent.
	Title   string `json:"title"`
	When    string `json:"when"`
	Channel string `json:"channel" ts:"'email' | 'sms'"`
	// From is the sender as far as it is known.
	From    string `json:"from"`
	Subject string `json:"subject"`
	// Note says what else is to be known of it, "" for nothing: that the text is Cognito's own
	// and not published, Body or Subject then being "", or that a function may change it.
	Note string `json:"note"`
	// Body is what is sent, with examples filled in: HTML for an email, text for an SMS. It
	// is the request's text and must be treated as what a stranger wrote.
	Body string `json:"body"`
	// Pointers are the JSON Pointers, into the reply's body, of what it was read from.
	Pointers []string `json:"pointers"`
}

// PasswordTrial says how a password fares against the pool's policy.
type PasswordTrial struct {
	// Accepted is true when every rule is kept.
	Accepted bool           `json:"accepted"`
	Rules    []PasswordRule `json:"rules"`
}

// PasswordRule is one demand of a password policy.
type PasswordRule struct {
	// Text is what is asked: "at least 8 characters".
	Text string `json:"text"`
	Kept bool   `json:"kept"`
}

// Export is a request in the words of another tool.
type Export struct {
	Text string `json:"text"`
	// Language is what it is written in, for highlighting: "bash", "yaml", "hcl", …
	Language string `json:"language"`
	// FileName is a usual name for a file of it.
	FileName string `json:"fileName"`
	// Notes are a sentence each: what could not be carried and where it goes instead, and
	// what to put in by hand.
	Notes []string `json:"notes"`
	// Errors is for how many reasons the service would refuse the request; the first note then
	// says so.
	Errors int `json:"errors"`
}

// ExportTarget is a tool that a request can be written for.
type ExportTarget struct {
	// ID is what exportAs takes: "aws-cli", "terraform".
	ID    string `json:"id"`
	Title string `json:"title"`
}

// TextImport is the request that a text of some other tool stands for.
type TextImport struct {
	// Recognised says what the text was taken for, "" when for nothing.
	Recognised string `json:"recognised"`
	// Looked says, when nothing was recognised, what was looked for and what of it was found.
	Looked []string `json:"looked"`
	// Choices are the pools to choose from when there are several; Request is then "".
	Choices []ImportChoice `json:"choices"`
	// Request is the request's text, "" when there is none.
	Request string `json:"request"`
	// Whole is the request of an answer with all that it says, and Defaults are the members that
	// Request leaves out of it since the service fills in the same by itself: JSON Pointers.
	Whole    string   `json:"whole,omitempty"`
	Defaults []string `json:"defaults,omitempty"`
	// Region and AccountID are where the text says that the pool stands, absent where it does not.
	Region    string `json:"region,omitempty"`
	AccountID string `json:"accountId,omitempty"`
	// Dropped is what the text says and the request does not.
	Dropped []Dropped `json:"dropped"`
	// Problems are what is wrong with the text and what has to be put in by hand, at their
	// places in it. Their Pointer is as that of what is dropped.
	Problems []Problem `json:"problems"`
}

// Explanation is what an error message is about.
type Explanation struct {
	// Matches are the best first; none where nothing fits.
	Matches []ExplainedMatch `json:"matches"`
	// Route is how the message came: "cloudformation", "cdk", "terraform", "pulumi", "aws-cli",
	// "boto3", "java", "javascript", "go", "dotnet", "ruby", "php", "rust" or "wire"; "" where
	// nothing tells.
	Route string `json:"route"`
}

// ExplainedMatch is one thing that a message says.
type ExplainedMatch struct {
	// Rule is the rule's id, or the kind of finding of the other stages: "constraint-maximum".
	Rule string `json:"rule"`
	// Exception is the type of the service's answer, "" where a tool says it.
	Exception string `json:"exception"`
	// Pointer is the member in question, as a JSON Pointer into a request, where it is told.
	Pointer string `json:"pointer,omitempty"`
	// Values are what the message fills in, by their names in the rule's wording.
	Values map[string]string `json:"values"`
	// Message says what is wrong and what to do; Why gives the reason.
	Message string `json:"message"`
	Why     string `json:"why"`
	// Until is the day from which on the service says something else.
	Until string `json:"until,omitempty"`
	// Bad is a request that is answered so, Good one that is not; "" where there is none.
	Bad  string `json:"bad"`
	Good string `json:"good"`
}

// ImportChoice is one of several pools in a text.
type ImportChoice struct {
	// ID is what options.resource takes: the resource's name in its template, or the pool's.
	ID string `json:"id"`
	// From and To enclose it in UTF-16 code units of the text.
	From int `json:"from"`
	To   int `json:"to"`
}
