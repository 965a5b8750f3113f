package service

import (
	"slices"
	"strings"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// ListUsers shows the pool's users, all or those that a filter finds.
var listUsers = signed(func(v *visit) (*userpool.Value, *refused) {
	matches, r := v.filter(v.text("Filter"))
	if r != nil {
		return nil, r
	}
	var wanted []string
	for _, e := range v.request.Get("AttributesToGet").Elements() {
		switch name := e.Text(); {
		case name == "sub":
			return nil, v.refuse(refusal.AttributesToGetSub, e.Pointer())
		case v.schema[name] == nil:
			return nil, v.refuse(refusal.AttributesToGet, e.Pointer(), "name", name)
		default:
			wanted = append(wanted, name)
		}
	}
	at, limit, r := v.page(len(v.people.Users))
	if r != nil {
		return nil, r
	}
	list, more := listOf("Users"), ""
	for ; at < len(v.people.Users); at++ {
		u := v.people.Users[at]
		if u == nil || !matches(u) {
			continue
		}
		if len(list.Children) == limit {
			more = v.pageAt(at)
			break
		}
		shown := v.shown("", u)
		if wanted != nil {
			only := v.attributes("Attributes", u, func(name string) bool { return slices.Contains(wanted, name) })
			shown.Children[slices.IndexFunc(shown.Children, func(c *userpool.Value) bool { return c.Name == "Attributes" })] = only
		}
		list.Children = append(list.Children, shown)
	}
	return structure(list, text("PaginationToken", more)), nil
})

// searched are the names that a filter may ask for.
var searched = []string{"username", "email", "phone_number", "name", "given_name", "family_name", "preferred_username", "cognito:user_status", "status", "sub"}

// filter reads a filter: a name, = or ^=, and a text in quotes, in which a backslash stands before
// a quote that belongs to it.
func (v *visit) filter(text string) (func(*User) bool, *refused) {
	rest := strings.TrimSpace(text)
	if rest == "" {
		return func(*User) bool { return true }, nil
	}
	const at = "/Filter"
	end := strings.IndexAny(rest, " =^")
	if end <= 0 {
		return nil, v.refuse(refusal.FilterSyntax, at)
	}
	name := strings.Trim(rest[:end], `"`)
	rest = strings.TrimSpace(rest[end:])
	rest, begins := strings.CutPrefix(rest, "^")
	rest, ok := strings.CutPrefix(rest, "=")
	rest = strings.TrimSpace(rest)
	if !ok || len(rest) < 2 || rest[0] != '"' || rest[len(rest)-1] != '"' {
		return nil, v.refuse(refusal.FilterSyntax, at)
	}
	var wanted strings.Builder
	inside := rest[1 : len(rest)-1]
	for i := 0; i < len(inside); i++ {
		switch {
		case inside[i] == '\\' && i+1 < len(inside):
			i++
		case inside[i] == '"':
			return nil, v.refuse(refusal.FilterSyntax, at)
		}
		wanted.WriteByte(inside[i])
	}
	if !slices.Contains(searched, name) {
		return nil, v.refuse(refusal.FilterAttribute, at, "name", name, "known", strings.Join(searched, ", "))
	}
	sought := wanted.String()
	return func(u *User) bool {
		have := u.get(name)
		switch name {
		case "username":
			have = u.Name
		case "sub":
			have = u.Sub
		case "cognito:user_status":
			have, sought = strings.ToUpper(u.Status), strings.ToUpper(sought)
		case "status":
			have = map[bool]string{true: "Disabled", false: "Enabled"}[u.Disabled]
		}
		if begins {
			return have != "" && strings.HasPrefix(have, sought)
		}
		return have == sought && (have != "" || sought == "")
	}, nil
}
