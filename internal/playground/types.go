// Package playground is the engine's surface: the wire types, and one function a verb. It
// turns findings into problems with UTF-16 places and both kinds of words, and holds no
// knowledge of its own. All that crosses to JavaScript is declared in this file, from
// which the TypeScript types are generated.
package playground

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
	// Stage says which of the service's steps speaks; "advice" is ours.
	Stage string `json:"stage" ts:"'syntax' | 'types' | 'constraints' | 'semantics' | 'account' | 'advice'"`
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
	Evidence string `json:"evidence" ts:"'observed' | 'documented' | 'inferred'"`
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
	Origins map[string]Origin `json:"origins"`
}

// Origin says where a value of the reply comes from.
type Origin struct {
	// Kind is "given" by the request, the service's "default", "derived" from other
	// members, or "generated" by the service, with an example in its place.
	Kind string `json:"kind" ts:"'given' | 'default' | 'derived' | 'generated'"`
	// From is the JSON Pointer, into the request, of what it was taken or computed from.
	From string `json:"from,omitempty"`
	// Why says in a sentence how it came about.
	Why string `json:"why,omitempty"`
	// Evidence says how that is known.
	Evidence string `json:"evidence,omitempty" ts:"'observed' | 'documented' | 'inferred'"`
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

// Dropped is one member of an answer that has no place in a request.
type Dropped struct {
	// Pointer is a JSON Pointer into the answer.
	Pointer string `json:"pointer"`
	Why     string `json:"why"`
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
	Update   string `json:"update,omitempty" ts:"'immutable' | 'reset' | 'kept'"`
	Evidence string `json:"evidence" ts:"'observed' | 'documented' | 'inferred'"`
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
	Message   string     `json:"message"`
	Why       string     `json:"why"`
	Evidence  string     `json:"evidence" ts:"'observed' | 'documented' | 'inferred'"`
	Links     []string   `json:"links"`
	Since     string     `json:"since,omitempty"`
	Until     string     `json:"until,omitempty"`
	// Bad is a request that breaks it, Good the same wish well said.
	Bad  string `json:"bad,omitempty"`
	Good string `json:"good,omitempty"`
	// Around are the options that Bad and Good are meant with, where it takes any.
	Around *Options `json:"around,omitempty"`
}

// Example is a request to start from.
type Example struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description"`
	// Request is the text as it would be typed.
	Request string `json:"request"`
}
