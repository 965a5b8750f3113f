package operations

import (
	"regexp"
	"slices"
	"testing"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/constraint"
	"userpoolplayground/internal/contract"
)

var day = regexp.MustCompile(`^20\d\d-[01]\d-[0-3]\d$`)

// The documents hold nothing that is not read, and all that is.
func TestDocuments(t *testing.T) {
	known := []string{"$schema", "title", "description", `x-since`, `x-input`, `x-output`, `x-errors`, "$defs"}
	for file, document := range newest() {
		if !gjson.Valid(document) {
			t.Fatalf("%s is no JSON", file)
		}
		d := gjson.Parse(document)
		if file == "users.json" { // no operation, but what several share
			continue
		}
		d.ForEach(func(key, _ gjson.Result) bool {
			if !slices.Contains(known, key.String()) {
				t.Errorf("%s: nothing reads %s", file, key)
			}
			return true
		})
		if !day.MatchString(d.Get(`x-since`).String()) || d.Get("description").String() == "" {
			t.Errorf("%s: since when there is the operation, and what it does, have to be said", file)
		}
		names := map[string]bool{}
		for _, e := range d.Get(`x-errors`).Array() {
			name, since := e.Get("name").String(), e.Get("since")
			if !regexp.MustCompile(`^[A-Z]\w+Exception$`).MatchString(name) || names[name] {
				t.Errorf("%s: exception %q", file, name)
			}
			if since.Exists() && (!day.MatchString(since.String()) || since.String() <= d.Get(`x-since`).String()) {
				t.Errorf("%s: %s came on %s", file, name, since)
			}
			names[name] = true
		}
	}
}

// On each day every operation's request can be read, and holds what it requires.
func TestEveryDay(t *testing.T) {
	for _, date := range Revisions() {
		for _, o := range At(date).Operations() {
			if o.Since > date {
				t.Errorf("%s: %s came on %s", date, o.Name, o.Since)
			}
			for _, name := range o.Contract.Request.Required {
				if m := o.Contract.Request.Member(name); m == nil || !m.Required {
					t.Errorf("%s: %s requires %s and has none", date, o.Name, name)
				}
			}
			for _, m := range o.Contract.Request.Members {
				if m.Since > date || m.Shape == nil || m.Description == "" || m.Evidence == "" {
					t.Errorf("%s: %s has %s since %q", date, o.Name, m.Name, m.Since)
				}
			}
			if len(o.Contract.Request.Required) > 0 && len(constraint.Validate(o.Contract, map[string]any{})) == 0 {
				t.Errorf("%s: %s takes an empty request", date, o.Name)
			}
		}
	}
}

// UpdateUserPool has every member of CreateUserPool that an update takes, in the same shape.
func TestUpdateTakesWhatIsNotSettledForEver(t *testing.T) {
	for _, date := range Revisions() {
		api := At(date)
		update := api.Operation("UpdateUserPool").Contract.Request
		for _, m := range api.Contract.Request.Members {
			own := update.Member(m.Name)
			if immutable := m.Update().Omitted == contract.Immutable; immutable != (own == nil) {
				t.Errorf("%s: %s is immutable: %v, and in UpdateUserPool: %v", date, m.Name, immutable, own != nil)
			}
			if own != nil && (own.Shape != m.Shape || own.Of != update || own.Required) {
				t.Errorf("%s: UpdateUserPool's %s is another than CreateUserPool's", date, m.Name)
			}
		}
	}
}

func TestDates(t *testing.T) {
	for name, since := range map[string]string{"SetUserPoolMfaConfig": "2017-11-28", "TagResource": "2019-03-21", "CreateUserPoolDomain": "2017-12-11"} {
		if At("2016-10-06").Operation(name) != nil || At(since).Operation(name) == nil {
			t.Errorf("%s is not there since %s", name, since)
		}
	}
	if names := At("2016-10-06").Operation("UpdateUserPool").Contract.Request; names.Member("PoolName") != nil || names.Member("AdminCreateUserConfig") == nil {
		t.Error("UpdateUserPool of 2016-10-06 has other members")
	}
}
