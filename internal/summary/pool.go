package summary

import (
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
)

// attributes tells of the attributes that are not as in every pool.
func (r reader) attributes(t *teller) {
	own := 0
	for _, a := range r.get("SchemaAttributes").elements() {
		name := a.get("Name").text()
		if strings.Contains(name, ":") {
			own++
			t.say(ownAttribute(a), a)
			continue
		}
		if words := changedAttribute(a); words != "" {
			t.say(words, a)
		}
	}
	if own == 0 {
		t.say("Only what every pool keeps: name, email address, phone number and the other standard attributes, nearly all of them optional.", r.get("SchemaAttributes"))
	}
}

// ownAttribute tells of an attribute that the request adds.
func ownAttribute(a place) string {
	text := a.get("Name").text() + " is "
	switch dataType := a.get("AttributeDataType"); {
	case dataType.is("String"):
		text += "a text" + after(" of ", lengths(a))
	case dataType.is("Number"):
		text += "a number" + numbers(a)
	case dataType.is("DateTime"):
		text += "a date and time"
	case dataType.is("Boolean"):
		text += "yes or no"
	default:
		text += "of the type " + dataType.text()
	}
	if a.get("DeveloperOnlyAttribute").yes() {
		text += ", for administrators only"
	}
	if a.get("Mutable").yes() {
		return text + "; it can be changed."
	}
	return text + "; once set it stays."
}

// changedAttribute tells of a standard attribute what the request changes, "" where
// nothing but that it is required, which is told of at signing up.
func changedAttribute(a place) string {
	subject := "The " + attribute(a.get("Name").text())
	var said []string
	if words := lengths(a); words != "" && a.get("StringAttributeConstraints").given() {
		said = append(said, "has "+words)
	}
	if mutable := a.get("Mutable"); mutable.given() && mutable.is("false") {
		said = append(said, "stays as it was first set")
	}
	if len(said) == 0 {
		return ""
	}
	return subject + " " + and(said) + "."
}

// lengths says how long a text may be: "1 to 9 characters", "" for any length.
func lengths(a place) string {
	bounds := a.get("StringAttributeConstraints")
	least, most := bounds.get("MinLength").text(), bounds.get("MaxLength").text()
	switch {
	case most == "" && (least == "" || least == "0"):
		return ""
	case most == "":
		return "at least " + count(least, "character")
	case least == "" || least == "0":
		return "at most " + count(most, "character")
	case least == most:
		return "exactly " + count(most, "character")
	}
	return least + " to " + count(most, "character")
}

// numbers says from where to where a number goes, as the end of a sentence.
func numbers(a place) string {
	bounds := a.get("NumberAttributeConstraints")
	least, most := bounds.get("MinValue").text(), bounds.get("MaxValue").text()
	switch {
	case least != "" && most != "":
		return " from " + least + " to " + most
	case least != "":
		return " of at least " + least
	case most != "":
		return " of at most " + most
	}
	return ""
}

// after puts words before others that are there.
func after(before, words string) string {
	if words == "" {
		return ""
	}
	return before + words
}

func (r reader) protection(t *teller) {
	switch deletion := r.get("DeletionProtection"); {
	case deletion.is("ACTIVE"):
		t.say("The pool is protected from being deleted; that has to be switched off first.", deletion)
	default:
		t.say("The pool can be deleted in one step, with all of its users.", deletion)
	}
	switch threats := r.get("UserPoolAddOns", "AdvancedSecurityMode"); {
	case threats.is("AUDIT"):
		t.say("Suspicious sign-ins and stolen passwords are recorded, and nothing is done about them.", threats)
	case threats.is("ENFORCED"):
		t.say("Suspicious sign-ins and stolen passwords are watched for and acted upon.", threats)
	default:
		t.say("Suspicious sign-ins are not watched for.", threats)
	}
	switch custom := r.get("UserPoolAddOns", "AdvancedSecurityAdditionalFlows", "CustomAuthMode"); {
	case custom.is("AUDIT"):
		t.say("In sign-ins of your own making they are recorded only.", custom)
	case custom.is("ENFORCED"):
		t.say("Sign-ins of your own making are watched in the same way.", custom)
	}
	if key := r.get("KeyConfiguration"); key.get("KeyType").is("CUSTOMER_MANAGED_KEY") {
		t.say("What is stored is encrypted with a key of yours.", key)
	}
}

// applications tells what applications are told and may do, where it is out of the ordinary.
func (r reader) applications(t *teller) {
	if issuer := r.get("IssuerConfiguration", "Type"); issuer.is("UPDATED") {
		t.say("Applications are told the newer address of the pool as the origin of a sign-in, the one with issuer-cognito-idp.", issuer)
	}
	levels := r.get("AcrConfiguration")
	for _, l := range levels.elements() {
		if value := l.get("AcrValue"); value.given() {
			t.say("A sign-in of "+strings.Replace(l.value.Name, "Level", "level ", 1)+" is reported to applications as "+value.text()+".", value)
		}
	}
	registration := r.get("DcrConfiguration")
	switch {
	case !registration.there() || registration.get("EnableStatus").is("Disabled"):
	case registration.get("OpenDcrEnabled").yes():
		t.say("Applications may register themselves, without proving anything.", registration)
	default:
		t.say("Applications with a token may register themselves.", registration)
	}
}

// fixed tells what no later call can change. Which members that are is the contract's
// word; what it means is said here.
func (r reader) fixed(t *teller) {
	told := false
	for _, m := range r.contract.Request.Members {
		if m.Update().Omitted != contract.Immutable {
			continue
		}
		switch m.Name {
		case "UsernameAttributes", "AliasAttributes":
			if !told {
				told = true
				words, from := r.identifiers()
				t.say("People sign in with "+words+" for as long as the pool exists.", from)
			}
		case "UsernameConfiguration":
			sensitive := r.get(m.Name, "CaseSensitive")
			switch {
			case r.phoneOnly():
			case sensitive.is("false"):
				t.say("Upper and lower case will never make a difference in user names.", sensitive)
			default:
				t.say("Upper and lower case will always count in user names.", sensitive)
			}
		case "Schema":
			t.say("Which attributes have to be given, and what each may hold, is settled. Attributes of your own can be added later, but none can be changed or taken away.", r.get("SchemaAttributes"))
		case "PoolName":
			t.say("The pool keeps its name.", r.get("Name"))
		default:
			r.fixedMember(t, m)
		}
	}
}

// fixedMember tells of a member that has no sentence of its own.
func (r reader) fixedMember(t *teller, m *contract.Member) {
	for _, of := range r.contract.UserPool.Members {
		if p := r.get(of.Name); p.there() && (of.From == "/"+m.Name || of.Name == m.Name) {
			t.say(m.Name+" stays as it is.", p)
		}
	}
}

// plan tells of the plan and of what asks for it.
func (r reader) plan(t *teller) {
	tier := r.get("UserPoolTier")
	if !tier.there() {
		return
	}
	names := map[string]string{"LITE": "Lite", "ESSENTIALS": "Essentials", "PLUS": "Plus"}
	t.say("The pool has the "+names[tier.text()]+" plan.", tier)
	needs := func(plan string, features []feature) bool {
		var words []string
		var from []place
		plural := false
		for _, f := range features {
			if f.used {
				words, from, plural = append(words, f.words), append(from, f.from), f.plural
			}
		}
		if len(words) > 0 {
			need := " need "
			if len(words) == 1 && !plural {
				need = " needs "
			}
			t.say(capital(and(words))+need+plan+".", from...)
		}
		return len(words) > 0
	}
	plus := needs("the Plus plan", r.plusFeatures())
	if essentials := needs("the Essentials plan or Plus", r.essentialsFeatures()); !plus && !essentials && !tier.is("LITE") {
		t.say("Nothing in this pool needs more than the Lite plan.", tier)
	}
}

// feature is something that not every plan has.
type feature struct {
	words string
	from  place
	used  bool
	// plural is set where the words are several things.
	plural bool
}

func (r reader) plusFeatures() []feature {
	threats, custom := r.get("UserPoolAddOns", "AdvancedSecurityMode"), r.get("UserPoolAddOns", "AdvancedSecurityAdditionalFlows", "CustomAuthMode")
	mode := threats
	if !threats.is("AUDIT", "ENFORCED") {
		mode = custom
	}
	return []feature{{"watching for suspicious sign-ins", mode, mode.is("AUDIT", "ENFORCED"), false}}
}

func (r reader) essentialsFeatures() []feature {
	factors := r.get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
	history := r.get("Policies", "PasswordPolicy", "PasswordHistorySize")
	version := r.get("LambdaConfig", "PreTokenGenerationConfig", "LambdaVersion")
	levels, registration := r.get("AcrConfiguration"), r.get("DcrConfiguration")
	return []feature{
		{"signing in without a password", factors, slices.ContainsFunc(factors.texts(), func(f string) bool { return f != "PASSWORD" }), false},
		{"remembering earlier passwords", history, history.there() && !history.is("0"), false},
		{"changing what applications may do on a user's behalf", version, version.is("V2_0", "V3_0"), false},
		{"names of your own for how sure a sign-in was", levels, levels.there(), true},
		{"applications that register themselves", registration, registration.there() && !registration.get("EnableStatus").is("Disabled"), true},
	}
}
