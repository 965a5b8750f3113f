// Package service is the service as a pure function: a state and a call give a reply and the
// next state. It reads no clock and makes nothing up that is not the same at every time, so that
// the same calls give the same state, byte for byte. There is one file an operation; what a
// request is by itself is package check's, and what the rules are, package rule's.
package service

import (
	"slices"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/contract/operations"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Around is what an answer depends on beside the state and the call.
type Around struct {
	// Day is the day of the API, YYYY-MM-DD; "" is today.
	Day string
	// Now is the moment in epoch milliseconds; the state's own where Timed is not set.
	Now   int64
	Timed bool
	// Account is the caller's. A pool that is there has its own Region and account.
	Account account.Account
	// PoolID is the Id of a pool that is made; "" for an example.
	PoolID string
	// Functions are what functions of LambdaConfig do, by their names there.
	Functions map[string]Function
	// Unknown are what the text of a pool has for values that only a deployment tells, by their JSON
	// Pointers into the request; "" for what is left open without an expression.
	Unknown map[string]string
	// Later are the calls that the tool of the text makes once it has made the pool.
	Later []LaterCall
}

// LaterCall is a call that a tool makes on its new pool: Request lacks the UserPoolId, and what Unknown
// names.
type LaterCall struct {
	Operation, Request string
	Unknown            map[string]string
}

// Reply is the service's answer.
type Reply struct {
	Status     int
	Body, Wire string
	// Origins is JSON: where each value of Body comes from, by its JSON Pointer.
	Origins []byte
}

// Outcome is what comes of a call.
type Outcome struct {
	Reply Reply
	// State is the one afterwards: the one before, where nothing changed.
	State    *State
	Document *source.Document
	Findings []diagnostic.Diagnostic
	Changes  []Change
	// Sent are the messages that go out, Invocations the functions that are called, both in their
	// order; Reasons say why the answer is as it is; Tokens are those of the answer.
	Sent        []Message
	Invocations []Invocation
	Reasons     []Reason
	Tokens      []Token
}

// turn is one call in the making.
type turn struct {
	Around
	api    *operations.API
	called *operations.Operation
	state  *State
	// pool is the one that the call speaks of, nil where there is none of that name.
	pool    *Pool
	account account.Account

	document *source.Document
	request  *request.Request
	// pooled is what [turn.facts] found, and made what [turn.update] made.
	pooled *rule.Pool
	made   *update
}

// operation is how one of them works.
type operation struct {
	// pool finds the pool that a call speaks of.
	pool func(*turn) *Pool
	// rules holds the call against the rules, where the pool is there.
	rules func(*turn) []diagnostic.Diagnostic
	// people tells that the call is about clients and users: what forbids it is found as it runs.
	people bool
	// run does what was asked.
	run func(*turn) answer
}

// answer is what a call gives that is not refused.
type answer struct {
	// value is what the body says, in the structure of this name where there is one; nil for {}.
	in    string
	value *userpool.Value
	// state is the next one; nil where nothing changes.
	state   *State
	changes []Change
	// beside are findings that only the outcome shows.
	beside []diagnostic.Diagnostic
	// refused is set where a call about people is not done; state is then what it counted.
	refused *refused

	sent    []Message
	calls   []Invocation
	reasons []Reason
	tokens  []Token
}

var all map[string]operation

// Set here and not above: planning calls what is in it.
func init() {
	all = map[string]operation{
		"AddCustomAttributes":              addCustomAttributes,
		"AdminAddUserToGroup":              adminAddUserToGroup,
		"AdminConfirmSignUp":               adminConfirmSignUp,
		"AdminCreateUser":                  adminCreateUser,
		"AdminDeleteUser":                  adminDeleteUser,
		"AdminDeleteUserAttributes":        adminDeleteUserAttributes,
		"AdminDisableUser":                 adminDisableUser,
		"AdminEnableUser":                  adminEnableUser,
		"AdminGetUser":                     adminGetUser,
		"AdminInitiateAuth":                adminInitiateAuth,
		"AdminRemoveUserFromGroup":         adminRemoveUserFromGroup,
		"AdminResetUserPassword":           adminResetUserPassword,
		"AdminRespondToAuthChallenge":      adminRespondToAuthChallenge,
		"AdminSetUserMFAPreference":        adminSetUserMFAPreference,
		"AdminSetUserPassword":             adminSetUserPassword,
		"AdminUpdateUserAttributes":        adminUpdateUserAttributes,
		"AdminUserGlobalSignOut":           adminUserGlobalSignOut,
		"AssociateSoftwareToken":           associateSoftwareToken,
		"ChangePassword":                   changePassword,
		"ConfirmDevice":                    confirmDevice,
		"ListDevices":                      listDevices,
		"AdminListDevices":                 adminListDevices,
		"ForgetDevice":                     forgetDevice,
		"UpdateDeviceStatus":               updateDeviceStatus,
		"AdminSetUserSettings":             adminSetUserSettings,
		"AdminGetUserAuthFactors":          adminGetUserAuthFactors,
		"ConfirmForgotPassword":            confirmForgotPassword,
		"ConfirmSignUp":                    confirmSignUp,
		"CreateGroup":                      createGroup,
		"CreateUserPool":                   createUserPool,
		"CreateUserPoolClient":             createUserPoolClient,
		"CreateUserPoolDomain":             createUserPoolDomain,
		"DeleteUser":                       deleteUser,
		"DeleteUserAttributes":             deleteUserAttributes,
		"DeleteUserPool":                   deleteUserPool,
		"DeleteUserPoolClient":             deleteUserPoolClient,
		"DeleteUserPoolDomain":             deleteUserPoolDomain,
		"DescribeUserPool":                 describeUserPool,
		"DescribeUserPoolClient":           describeUserPoolClient,
		"DescribeUserPoolDomain":           describeUserPoolDomain,
		"ForgotPassword":                   forgotPassword,
		"GetTokensFromRefreshToken":        getTokensFromRefreshToken,
		"GetUser":                          getUser,
		"GetUserAttributeVerificationCode": getUserAttributeVerificationCode,
		"GetUserAuthFactors":               getUserAuthFactors,
		"GetUserPoolMfaConfig":             getUserPoolMfaConfig,
		"GlobalSignOut":                    globalSignOut,
		"InitiateAuth":                     initiateAuth,
		"ListTagsForResource":              listTagsForResource,
		"ListUsers":                        listUsers,
		"ResendConfirmationCode":           resendConfirmationCode,
		"RespondToAuthChallenge":           respondToAuthChallenge,
		"RevokeToken":                      revokeToken,
		"SetUserMFAPreference":             setUserMFAPreference,
		"SetUserPoolMfaConfig":             setUserPoolMfaConfig,
		"SignUp":                           signUp,
		"TagResource":                      tagResource,
		"UntagResource":                    untagResource,
		"UpdateUserAttributes":             updateUserAttributes,
		"UpdateUserPool":                   updateUserPool,
		"UpdateUserPoolClient":             updateUserPoolClient,
		"VerifySoftwareToken":              verifySoftwareToken,
		"VerifyUserAttribute":              verifyUserAttribute,
	}
}

// Call answers a call.
func Call(s *State, name, text string, around Around) Outcome {
	t := &turn{Around: around, api: operations.At(around.Day), state: s, account: around.Account}
	if !t.Timed {
		t.Now = s.Now
	}
	t.called = t.api.Operation(name)
	how, known := all[name]
	if t.called == nil || !known {
		e := awserror.Exception{Type: "UnknownOperationException"}
		return Outcome{Reply: exception(e), State: s, Document: &source.Document{Text: text}, Findings: []diagnostic.Diagnostic{unknownOperation(name, around.Day)}}
	}
	t.document = source.Parse(text)
	t.begin()
	result := check.Call(t.document, t.called.Contract, t.account, func(r check.Result) []diagnostic.Diagnostic {
		t.request, t.account = r.Request, r.Account
		return t.judge(how)
	})
	if name == "UpdateUserPool" { // what no update takes is told with what to do in its place
		result.Findings = slices.DeleteFunc(result.Findings, func(d diagnostic.Diagnostic) bool {
			n := t.document.Find(d.Pointer)
			return d.Rule == "unknown-member" && n != nil && t.unchangeable(n) && t.pool != nil
		})
	}
	outcome := Outcome{State: s, Document: t.document, Findings: result.Findings}
	if e := awserror.For(result.Findings); e != nil {
		outcome.Reply = exception(*e)
		return outcome
	}
	a := how.run(t)
	outcome.Reply = a.reply()
	outcome.Sent, outcome.Invocations, outcome.Reasons, outcome.Tokens = a.sent, a.calls, a.reasons, a.tokens
	if a.refused != nil {
		a.beside = append(a.beside, a.refused.finding)
		outcome.Reply = exception(*awserror.Alone(a.refused.finding))
	}
	outcome.Changes = a.changes
	if a.state != nil {
		outcome.State = a.state
	}
	if len(a.beside) > 0 {
		outcome.Findings = append(outcome.Findings, a.beside...)
		check.Sort(outcome.Findings)
	}
	return outcome
}

// judge holds the call against the rules.
func (t *turn) judge(how operation) []diagnostic.Diagnostic {
	if how.pool == nil {
		return how.rules(t)
	}
	t.pool = how.pool(t)
	if how.people {
		return t.about()
	}
	if t.pool != nil {
		// What stands around a pool that is there is its own.
		t.account.Region, t.account.ID = t.pool.Region, t.pool.Account
	}
	if absent := rule.RunPresence(t.ask(t.facts())); len(absent) > 0 || t.pool == nil {
		return absent
	}
	if how.rules == nil {
		return rule.RunCall(t.ask(t.facts()))
	}
	return how.rules(t)
}

// ask is the call as the rules see it.
func (t *turn) ask(pool *rule.Pool) rule.Call {
	return rule.Call{Operation: t.called.Name, Request: t.request, Document: t.document, Account: t.account, Day: t.Day, Pool: pool}
}

// byID finds the pool of a call that names it by its Id.
func byID(t *turn) *Pool { return t.state.Pool(t.request.Get("UserPoolId").Text()) }

// byARN finds the pool of a call that names it by its ARN.
func byARN(t *turn) *Pool {
	arn := t.request.Get("ResourceArn").Text()
	for _, p := range t.state.Pools {
		if p.ARN() == arn {
			return p
		}
	}
	return nil
}

func exception(e awserror.Exception) Reply {
	return Reply{Status: 400, Body: e.Body(), Wire: e.Body(), Origins: []byte("{}")}
}

func (a answer) reply() Reply {
	if a.value == nil {
		return Reply{Status: 200, Body: "{}", Wire: "{}", Origins: []byte("{}")}
	}
	if a.in == "UserPool" {
		return Reply{Status: 200, Body: a.value.Body(false), Wire: a.value.Body(true), Origins: a.value.Origins()}
	}
	body, wire := a.value.JSON(), a.value.Wire()
	if a.in != "" {
		body, wire = "{"+source.Quote(a.in)+":"+body+"}", "{"+source.Quote(a.in)+":"+wire+"}"
	}
	return Reply{Status: 200, Body: body, Wire: wire, Origins: []byte("{}")}
}

// unknownOperation says why there is no such call.
func unknownOperation(name, day string) diagnostic.Diagnostic {
	message := "There is no operation " + source.Quote(name) + " here. Known are: "
	newest := operations.At("")
	if later := newest.Operation(name); later != nil {
		message = name + " is newer than the API of " + day + ": it came on " + later.Since + ". Known are: "
	}
	var names []string
	for _, o := range operations.At(day).Operations() {
		names = append(names, o.Name)
	}
	for i, n := range names {
		if i > 0 {
			message += ", "
		}
		message += n
	}
	return diagnostic.Diagnostic{
		Rule: "unknown-operation", Stage: diagnostic.Syntax, Severity: diagnostic.Error, Evidence: diagnostic.Inferred,
		Facts: diagnostic.Broken{Exception: "UnknownOperationException", Message: message + "."},
	}
}

// told makes the pool as it is shown before and after, and what is another between the two.
func (t *turn) modified(next *Pool, explain func(change) Change) answer {
	next.Modified = t.Now
	c := t.api.Contract
	return answer{state: t.state.with(t.Now, t.pool, next), changes: changes(t.pool.look(c, t.Day), next.show(c, t.Day), c, explain)}
}

// structure makes an answer's value of members; those that are nil are left out.
func structure(members ...*userpool.Value) *userpool.Value {
	return &userpool.Value{Kind: contract.Structure, Children: slices.DeleteFunc(members, func(v *userpool.Value) bool { return v == nil })}
}

// text makes an answer's string, nil for none.
func text(name, text string) *userpool.Value {
	if text == "" {
		return nil
	}
	return &userpool.Value{Name: name, Kind: contract.String, Text: text}
}

// named gives a value its name in an answer.
func named(name string, v *userpool.Value) *userpool.Value {
	if v != nil {
		v.Name = name
	}
	return v
}

// valueText makes an answer's string, also an empty one.
func valueText(name, text string) *userpool.Value {
	return &userpool.Value{Name: name, Kind: contract.String, Text: text}
}
