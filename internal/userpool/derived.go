package userpool

import (
	"strconv"
	"sync"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// A derivation computes a member that is not just repeated or filled in; nil leaves the
// member to its given value or its default. The contract names them in x-derived.
type derivation func(b *builder, m *contract.Member, given *request.Value) *Value

var derivations map[string]derivation

// Set here and not above: the functions build values that look up derivations.
func init() {
	derivations = map[string]derivation{
		"absent":                           absent,
		"acr-levels":                       acrLevels,
		"arn":                              arn,
		"date":                             date,
		"id":                               id,
		"mirror-legacy":                    mirrorLegacy,
		"mirror-pre-token":                 mirrorPreToken,
		"mirror-template":                  mirrorTemplate,
		"pool-region":                      poolRegion,
		"schema-attributes":                schemaAttributes,
		"tags":                             tags,
		"temporary-password-validity-days": temporaryPasswordValidityDays,
		"threat-protection-flows":          threatProtectionFlows,
		"unused-account-validity-days":     unusedAccountValidityDays,
		"zero":                             zero,
	}
}

func absent(*builder, *contract.Member, *request.Value) *Value { return nil }

func zero(_ *builder, _ *contract.Member, _ *request.Value) *Value {
	return &Value{Kind: contract.Integer, Text: "0", Origin: Origin{Kind: Derived, Evidence: diagnostic.Observed, Why: "A new pool has no users."}}
}

// exampleID stands for the nine characters that the service makes up.
const exampleID = "Example01"

func (b *builder) id() string {
	if b.PoolID != "" {
		return b.PoolID
	}
	return b.Account.Region + "_" + exampleID
}

func id(b *builder, _ *contract.Member, _ *request.Value) *Value {
	return &Value{Kind: contract.String, Text: b.id(), Origin: Origin{
		Kind: Generated, Evidence: diagnostic.Observed, Why: "The Region, and nine letters and digits that the service makes up.",
	}}
}

func arn(b *builder, _ *contract.Member, _ *request.Value) *Value {
	return &Value{Kind: contract.String, Text: "arn:" + b.Account.Partition() + ":cognito-idp:" + b.Account.Region + ":" + b.Account.ID + ":userpool/" + b.id(), Origin: Origin{
		Kind: Generated, Evidence: diagnostic.Observed, Why: "Made of the Region, the account and the Id.",
	}}
}

func date(b *builder, _ *contract.Member, _ *request.Value) *Value {
	return &Value{Kind: contract.Timestamp, Text: strconv.FormatInt(b.Now, 10), Origin: Origin{
		Kind: Generated, Evidence: diagnostic.Observed, Why: "The moment of the call; both dates are equal in a new pool.",
	}}
}

func tags(b *builder, m *contract.Member, given *request.Value) *Value {
	if given != nil {
		return b.given(given)
	}
	if !b.Describe {
		return nil
	}
	return &Value{Kind: m.Shape.Kind, Origin: Origin{Kind: Default, Evidence: diagnostic.Observed, Why: "DescribeUserPool shows an empty object where there are no tags; CreateUserPool's answer leaves it out."}}
}

// MessageTwins are the older members that say what members of VerificationMessageTemplate
// say.
var MessageTwins = []struct{ Older, InTemplate string }{
	{"SmsVerificationMessage", "SmsMessage"},
	{"EmailVerificationMessage", "EmailMessage"},
	{"EmailVerificationSubject", "EmailSubject"},
}

// mirrorTemplate makes an older message member of the reply: the template's text where
// there is one, for the two are one setting.
func mirrorTemplate(b *builder, m *contract.Member, given *request.Value) *Value {
	var twin *request.Value
	for _, t := range MessageTwins {
		if t.Older == m.Name {
			twin = b.request.Get("VerificationMessageTemplate", t.InTemplate)
		}
	}
	if twin == nil {
		if given == nil {
			return nil
		}
		return b.given(given)
	}
	if given != nil && given.Text() == twin.Text() {
		return b.given(given)
	}
	v := b.given(twin)
	if v.Origin.Kind == Unknown {
		return v
	}
	v.Origin = Origin{Kind: Derived, From: twin.Pointer(), Evidence: diagnostic.Observed, Why: "Repeats VerificationMessageTemplate." + twin.Name + "."}
	if given != nil {
		v.Origin.Evidence = diagnostic.Inferred
		v.Origin.Why += " The request gives both with different texts; that the template's wins is inferred."
	}
	return v
}

// mirrorLegacy fills a message of the template from its older twin.
func mirrorLegacy(b *builder, m *contract.Member, given *request.Value) *Value {
	if given != nil {
		return nil
	}
	for _, t := range MessageTwins {
		if t.InTemplate == m.Name {
			if r := b.request.Get(t.Older); r != nil {
				v := b.given(r)
				if v.Origin.Kind == Unknown {
					return v
				}
				v.Origin = Origin{Kind: Derived, From: r.Pointer(), Evidence: diagnostic.Observed, Why: "Repeats " + t.Older + "."}
				return v
			}
		}
	}
	return nil
}

// mirrorPreToken fills one of the two members for the same trigger from the other.
func mirrorPreToken(b *builder, m *contract.Member, given *request.Value) *Value {
	older, newer := b.request.Get("LambdaConfig", "PreTokenGeneration"), b.request.Get("LambdaConfig", "PreTokenGenerationConfig")
	if given != nil || older == nil && newer == nil {
		return nil
	}
	return otherPreToken(m, older, newer)
}

func otherPreToken(m *contract.Member, older, newer *request.Value) *Value {
	origin := Origin{Kind: Derived, Evidence: diagnostic.Inferred}
	switch {
	case older.Unknown() != nil || newer.Unknown() != nil || newer.Get("LambdaArn").Unknown() != nil:
		return nil // what would be repeated is not known
	case m.Name == "PreTokenGeneration" && newer.Get("LambdaArn") != nil:
		origin.From, origin.Why = newer.Get("LambdaArn").Pointer(), "Repeats PreTokenGenerationConfig.LambdaArn."
		return &Value{Kind: contract.String, Text: newer.Get("LambdaArn").Text(), Origin: origin}
	case m.Name == "PreTokenGenerationConfig" && older != nil:
		origin.From, origin.Why = older.Pointer(), "Repeats PreTokenGeneration, which is version V1_0."
		return &Value{Kind: contract.Structure, Origin: origin, Children: []*Value{
			{Name: "LambdaVersion", Kind: contract.String, Text: "V1_0", Origin: origin},
			{Name: "LambdaArn", Kind: contract.String, Text: older.Text(), Origin: origin},
		}}
	}
	return nil
}

func poolRegion(b *builder, m *contract.Member, given *request.Value) *Value {
	caller := b.request.Get("SmsConfiguration", "SnsCallerArn")
	if given != nil || m.Name == "SnsRegion" && caller.Text() == "" && caller.Unknown() == nil {
		return nil
	}
	if sns := b.Account.SNSRegion(); m.Name == "SnsRegion" && sns != "" && sns != b.Account.Region {
		return &Value{Kind: contract.String, Text: sns, Origin: Origin{
			Kind: Derived, Evidence: diagnostic.Inferred, Why: "The Region whose SNS a pool in " + b.Account.Region + " uses.",
		}}
	}
	return &Value{Kind: contract.String, Text: b.Account.Region, Origin: Origin{Kind: Derived, Evidence: m.Evidence, Why: "The pool's own Region."}}
}

// defaultValidityDays is how long an invitation holds when nothing is said.
const defaultValidityDays = "7"

func temporaryPasswordValidityDays(b *builder, _ *contract.Member, given *request.Value) *Value {
	unused := b.request.Get("AdminCreateUserConfig", "UnusedAccountValidityDays")
	switch {
	case given.Unknown() != nil || given == nil && unused.Unknown() != nil:
		if given == nil {
			given = unused
		}
		return b.given(given)
	case given != nil && given.Int() == 0:
		return &Value{Kind: contract.Integer, Text: defaultValidityDays, Origin: Origin{
			Kind: Derived, From: given.Pointer(), Evidence: diagnostic.Documented, Why: "0 counts as not given and becomes the default.",
		}}
	case given == nil && unused != nil:
		return &Value{Kind: contract.Integer, Text: strconv.FormatInt(unused.Int(), 10), Origin: Origin{
			Kind: Derived, From: unused.Pointer(), Evidence: diagnostic.Inferred, Why: "Repeats UnusedAccountValidityDays, the older name of the same setting.",
		}}
	}
	return nil
}

func unusedAccountValidityDays(b *builder, _ *contract.Member, given *request.Value) *Value {
	if given != nil {
		return nil
	}
	temporary := b.request.Get("Policies", "PasswordPolicy", "TemporaryPasswordValidityDays")
	switch policy := b.request.Get("Policies"); {
	case temporary.Unknown() != nil:
		return b.given(temporary)
	case temporary == nil && (policy.Unknown() != nil || policy.Get("PasswordPolicy").Unknown() != nil):
		if policy.Unknown() == nil {
			policy = policy.Get("PasswordPolicy")
		}
		return b.given(policy)
	}
	if temporary == nil || temporary.Int() == 0 {
		return &Value{Kind: contract.Integer, Text: defaultValidityDays, Origin: Origin{
			Kind: Default, Evidence: diagnostic.Observed, Why: "What the service uses when neither this nor TemporaryPasswordValidityDays is given.",
		}}
	}
	return &Value{Kind: contract.Integer, Text: strconv.FormatInt(temporary.Int(), 10), Origin: Origin{
		Kind: Derived, From: temporary.Pointer(), Evidence: diagnostic.Observed, Why: "Repeats TemporaryPasswordValidityDays, the newer name of the same setting.",
	}}
}

// threatProtectionFlows is the empty block that DescribeUserPool shows beside ENFORCED. One
// recording has it, which is not public.
func threatProtectionFlows(b *builder, m *contract.Member, given *request.Value) *Value {
	if given != nil || !b.Describe || !b.request.Get("UserPoolAddOns", "AdvancedSecurityMode").Is("ENFORCED") {
		return nil
	}
	return &Value{Kind: m.Shape.Kind, Origin: Origin{Kind: Default, Evidence: m.DefaultEvidence, Why: "DescribeUserPool shows it empty beside ENFORCED."}}
}

// acrLevels merges the names that levels have when they are not given their own.
func acrLevels(b *builder, m *contract.Member, given *request.Value) *Value {
	if given == nil || given.Unknown() != nil {
		return nil
	}
	v := b.given(given)
	for level := 1; level <= 4; level++ {
		name := "Level" + strconv.Itoa(level)
		if v.child(name) != nil {
			continue
		}
		origin := Origin{Kind: Default, Evidence: diagnostic.Documented, Why: "The name of a level that is not given one."}
		v.Children = append(v.Children, &Value{Name: name, Kind: contract.Structure, Origin: origin, Children: []*Value{
			{Name: "AcrValue", Kind: contract.String, Text: "urn:cognito:loa:" + strconv.Itoa(level), Origin: origin},
		}})
	}
	return v
}

// schemaAttributes lists the standard attributes with what Schema changes of them in
// place, then the custom ones.
func schemaAttributes(b *builder, m *contract.Member, _ *request.Value) *Value {
	list := &Value{Kind: contract.List, Origin: Origin{Kind: Derived, Evidence: diagnostic.Observed, Why: "The standard attributes, and the custom ones of Schema."}}
	entries := b.request.Get("Schema").Elements()
	order := contract.CreateOrder()
	if b.Describe {
		order = contract.DescribeOrder(b.Day)
	}
	shape := m.Shape.Element
	list.Children = make([]*Value, 0, len(order.Standard)+len(entries))
	own := func() {
		for _, e := range entries {
			if contract.StandardAttribute(e.Get("Name").Text()) == nil {
				list.Children = append(list.Children, b.customAttribute(e))
			}
		}
	}
	for i, a := range order.Standard {
		if i == order.Own {
			own()
		}
		a = a.On(b.Day)
		var given *request.Value
		for _, e := range entries {
			if e.Get("Name").Is(a.Name) {
				given = e
			}
		}
		if given == nil {
			list.Children = append(list.Children, untouched(shape, a))
		} else {
			list.Children = append(list.Children, b.standardAttribute(shape, a, given))
		}
	}
	if order.Own == len(order.Standard) {
		own()
	}
	schema := b.request.Get("Schema")
	for _, n := range []*source.Node{schema.Unknown(), schema.Open()} {
		if n != nil {
			list.Children = append(list.Children, b.unknown("", n, schema.Pointer()))
		}
	}
	return list
}

// untouchedAttributes are the standard attributes as they are in every pool that says
// nothing of them, which is most of most replies: by shape and attribute, a [*Value] that
// nobody may change.
var untouchedAttributes sync.Map

func untouched(shape *contract.Shape, a *contract.Attribute) *Value {
	type key struct {
		*contract.Shape
		*contract.Attribute
	}
	if v, ok := untouchedAttributes.Load(key{shape, a}); ok {
		return v.(*Value)
	}
	v := (&builder{}).standardAttribute(shape, a, nil)
	v.remember()
	untouchedAttributes.Store(key{shape, a}, v)
	return v
}

func (b *builder) standardAttribute(shape *contract.Shape, a *contract.Attribute, given *request.Value) *Value {
	origin := Origin{Kind: Default, Evidence: diagnostic.Observed, Why: "A standard attribute: every pool has it."}
	entry := &Value{Kind: contract.Structure, Origin: origin}
	if given != nil {
		entry.Origin = Origin{Kind: Given, From: given.Pointer(), Why: "A standard attribute, with what the request changes of it."}
	}
	own := map[string]string{
		"Name": a.Name, "AttributeDataType": a.DataType, "DeveloperOnlyAttribute": "false",
		"Mutable": strconv.FormatBool(a.Mutable), "Required": strconv.FormatBool(a.Required),
	}
	for _, m := range shape.Members {
		said := given.Get(m.Name)
		if m.Shape.Kind == contract.Structure {
			if a.Constraints == "" || m.Name != constraintsMember(a.DataType) {
				continue
			}
			bounds := b.defaulted(m.Shape, gjson.Parse(a.Constraints), origin)
			for _, bound := range said.Elements() {
				if own := bounds.child(bound.Name); own != nil {
					*own = *b.given(bound)
				} else {
					bounds.Children = append(bounds.Children, b.given(bound))
				}
				bounds.Origin = Origin{Kind: Given, From: said.Pointer()}
			}
			if n := said.Unknown(); n != nil {
				bounds = b.unknown(m.Name, n, said.Pointer())
			}
			bounds.Name = m.Name
			entry.Children = append(entry.Children, bounds)
			continue
		}
		v := &Value{Kind: m.Shape.Kind, Text: own[m.Name], Origin: origin}
		if said != nil {
			v = b.given(said)
		}
		v.Name = m.Name
		entry.Children = append(entry.Children, v)
	}
	return entry
}

func (b *builder) customAttribute(given *request.Value) *Value {
	entry := b.given(given)
	if given.Unknown() != nil {
		return entry
	}
	prefix, why := "custom:", "A custom attribute's name gets the prefix custom:."
	if given.Get("DeveloperOnlyAttribute").Bool() {
		prefix, why = "dev:custom:", "The name of an attribute for developers only gets the prefix dev:custom:."
	}
	kept := entry.Children[:0]
	wanted := constraintsMember(given.Get("AttributeDataType").Text())
	for _, c := range entry.Children {
		switch {
		case c.Origin.Kind == Unknown:
		case c.Name == "Name":
			c.Text = prefix + c.Text
			c.Origin = Origin{Kind: Derived, From: c.Origin.From, Evidence: diagnostic.Observed, Why: why}
		case c.Kind == contract.Structure && c.Name != wanted:
			continue // bounds of another type are dropped
		}
		kept = append(kept, c)
	}
	entry.Children = kept
	if wanted != "" && entry.child(wanted) == nil {
		evidence := diagnostic.Observed
		if wanted == "NumberAttributeConstraints" {
			evidence = diagnostic.Inferred // only a text's were seen
		}
		entry.Children = append(entry.Children, &Value{Name: wanted, Kind: contract.Structure, Origin: Origin{
			Kind: Default, Evidence: evidence, Why: "An attribute of this type without bounds shows them empty.",
		}})
	}
	return entry
}

// constraintsMember names the bounds that go with a type, "" where none do.
func constraintsMember(dataType string) string {
	switch dataType {
	case "String":
		return "StringAttributeConstraints"
	case "Number":
		return "NumberAttributeConstraints"
	}
	return ""
}

// CustomAttribute returns what a pool shows of a custom attribute that it is given.
func CustomAttribute(given *request.Value, o Options) *Value {
	return (&builder{Options: o}).customAttribute(given)
}
