// Package contract is the source of truth about the API: AWS's reference of
// CreateUserPool as JSON Schema documents, one a structure, under AWS's own names. One
// property holds everything known of one member: shape, default, description, dates,
// evidence, names elsewhere. Validation, the service's words, defaults, replies and
// exports all read that one property; nothing here knows a rule between members.
//
// The annotations beside JSON Schema's own keywords are a closed list, described by
// annotations.json.
package contract

import (
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/tidwall/gjson"
)

// Base is what relative references resolve against. It has to be absolute: for a
// relative one jsonschema asks for the working directory, which browsers do not have.
const Base = "https://user-pool-playground.example/types/"

// Kind is the type of a [Shape]. The zero value is invalid.
type Kind uint8

// The types of AWS's models, as far as CreateUserPool uses them.
const (
	String Kind = iota + 1
	Integer
	Boolean
	Timestamp
	List
	Map
	Structure
)

var kindNames = [...]string{String: "string", Integer: "integer", Boolean: "boolean", Timestamp: "timestamp", List: "list", Map: "map", Structure: "structure"}

func (k Kind) String() string { return kindNames[k] }

// Shape is a type of AWS's model under AWS's name, as it was on the contract's date.
type Shape struct {
	Name        string
	Kind        Kind
	Description string
	// Members of a Structure in the reference's order.
	Members []*Member
	// Required names the members that a Structure must have.
	Required []string
	// Element is the shape of a List's elements or a Map's values; Key that of its keys.
	Element, Key *Shape
	// Enum lists the values of an enumerated String, in the model's order; Refused are those
	// of them that no request is taken with.
	Enum, Refused []string
	// Sensitive is set where the service prints no value of this shape.
	Sensitive bool
	// Examples are values that a String usually has, where the model enumerates none.
	Examples []string
	// Pattern is what a whole String must match, as the service prints it.
	Pattern string
	// Min and Max bound a String's length in characters, a List's in elements, or an
	// Integer's value; nil where there is no bound.
	Min, Max *int64

	byName    map[string]*Member
	enumSince map[string]string
	elsewhere gjson.Result
}

// Elsewhere says where goes what a tool's resource has beside the members of a Structure, by
// its name in the tool, or "".
func (s *Shape) Elsewhere(tool, name string) string {
	return s.elsewhere.Get(tool).Map()[name].String()
}

// ElsewhereIn returns the names that Elsewhere knows of a tool, in the order of the document.
func (s *Shape) ElsewhereIn(tool string) (all []string) {
	s.elsewhere.Get(tool).ForEach(func(name, _ gjson.Result) bool {
		all = append(all, name.Str)
		return true
	})
	return all
}

// ValueSince returns the day on which a value of the enumeration appeared, YYYY-MM-DD, ""
// where it is as old as the enumeration.
func (s *Shape) ValueSince(value string) string { return s.enumSince[value] }

// Below returns the shape of what stands at the steps of a JSON Pointer below, or nil.
func (s *Shape) Below(steps []string) *Shape {
	for _, step := range steps {
		switch {
		case s == nil:
			return nil
		case s.Kind == Structure:
			m := s.Member(step)
			if m == nil {
				return nil
			}
			s = m.Shape
		default:
			s = s.Element
		}
	}
	return s
}

// Member returns the member of a Structure, or nil.
func (s *Shape) Member(name string) *Member {
	if s == nil {
		return nil
	}
	return s.byName[name]
}

// Scalar reports whether values of this shape hold no others.
func (s *Shape) Scalar() bool { return s.Kind < List }

// Member is one member of a structure.
type Member struct {
	Name string
	// Of is the structure that it is a member of.
	Of          *Shape
	Shape       *Shape
	Description string
	Required    bool
	// Default is what comes back when the member is left out, as JSON, or "". On a
	// structure it is the block when the block is absent; its absent members are then
	// filled as in a given block.
	Default string
	// Since is the day the member appeared, YYYY-MM-DD.
	Since string
	// Evidence says how the member and its limits are known, DefaultEvidence how its
	// default is: "observed", "documented" or "inferred".
	Evidence, DefaultEvidence string
	Links                     []string
	// DefaultSince is the day from which on the default comes back, and DefaultLastSeen the
	// last day on which it was seen not to, or to be another; both "" where the default is as
	// old as the member, the second also where the day is exact.
	DefaultSince, DefaultLastSeen string
	Deprecated                    bool
	// From is, on a member of UserPoolType, the request member that it repeats, as a JSON
	// Pointer; Derived names the computation that makes it otherwise.
	From, Derived string
	// ServiceName is the member's name in the service's own error paths.
	ServiceName string
	// ARN is an ARN that could stand here, with {region} and {account} to fill in and without
	// "arn:partition:" before it; "" where none is expected.
	ARN string
	// Placeholders are what the service replaces in this text, the most needed first.
	Placeholders []Placeholder
	// Suggest names well-known values of a text that may be any: "standard-attributes".
	Suggest string
	// Topic is what a member of the request is about, and Words what people call it who do not
	// know its name.
	Topic, Words string
	// ForEver says what it means that no update changes the member, "" where one does.
	ForEver string
	// Nullable tells that an absent boolean or integer is another thing than false or 0
	// also in languages whose values start as these.
	Nullable bool

	// property is the document's own: what few ask for is read there.
	property gjson.Result
	// update is what [Member.Update] read there.
	update atomic.Pointer[Update]
}

// What UpdateUserPool does to a member that it is not given.
const (
	Immutable = "immutable" // no update takes it
	Reset     = "reset"     // it goes to its default
	Kept      = "kept"      // it stays as it is
	Unknown   = "unknown"   // no source tells, or they differ
)

// Update is what an update of the pool does to a member.
type Update struct {
	// Omitted is [Immutable], [Reset], [Kept] or [Unknown]; "" on members below the request's
	// own.
	Omitted string
	// Adds is the call that adds to a member that no update changes, or "".
	Adds string
	// Evidence is "observed", "documented", "inferred" or, where sources differ, "disputed".
	Evidence string
	// Replaced is how it is known that a value that is given takes the place of all of the old one.
	Replaced string
	// Note is a sentence or two on what else becomes of it, or "".
	Note  string
	Links []string
}

// Placeholder stands in a message for what the service puts in its place.
type Placeholder struct{ Text, Description string }

// NameIn returns the member's name in another tool where it breaks the tool's rule of
// thumb. known is false where the rule holds; a known "" is a member without counterpart.
func (m *Member) NameIn(tool string) (name string, known bool) {
	v := m.property.Get(`x-names`).Get(tool)
	return v.String(), v.Exists()
}

// NoteFor returns what a person has to know who writes the member in another tool, or "".
func (m *Member) NoteFor(tool string) string { return m.property.Get(`x-notes`).Get(tool).String() }

// RequiredBy reports whether another tool demands the member.
func (m *Member) RequiredBy(tool string) bool {
	return slices.ContainsFunc(m.property.Get(`x-required-by`).Array(), func(t gjson.Result) bool { return t.String() == tool })
}

// CheckedBy reports whether another tool holds the member to a constraint of the API's itself.
func (m *Member) CheckedBy(tool, keyword string) bool {
	return slices.ContainsFunc(m.property.Get(`x-checked-by`).Get(tool).Array(), func(k gjson.Result) bool { return k.String() == keyword })
}

// AbsentIn returns what another tool sends when the member is left out, as JSON, or "" where
// it sends nothing or what the API takes absence for.
func (m *Member) AbsentIn(tool string) string { return m.property.Get(`x-absent`).Get(tool).Raw }

// Beside is a list of words that a tool wants beside a member.
type Beside struct {
	Name  string
	Words []string
}

// BesideIn returns what another tool wants written beside the member when it has this value, and
// the API has no member for.
func (m *Member) BesideIn(tool, value string) []Beside {
	var all []Beside
	m.property.Get(`x-beside`).Get(tool).Map()[value].ForEach(func(name, words gjson.Result) bool {
		b := Beside{Name: name.String()}
		for _, w := range words.Array() {
			b.Words = append(b.Words, w.String())
		}
		all = append(all, b)
		return true
	})
	return all
}

// ConflictIn returns the member, as a JSON Pointer into the request, beside which another
// tool refuses this one, or "". The service takes the other.
func (m *Member) ConflictIn(tool string) string {
	return m.property.Get(`x-conflicts`).Get(tool).String()
}

// Update says what UpdateUserPool does to a member of the request.
func (m *Member) Update() Update {
	if known := m.update.Load(); known != nil {
		return *known
	}
	u := m.property.Get(`x-update`)
	replaced := u.Get("replaced").String()
	if replaced == "" {
		replaced = "observed"
	}
	read := Update{
		Omitted: u.Get("omitted").String(), Evidence: u.Get("evidence").String(), Replaced: replaced,
		Note: u.Get("note").String(), Links: texts(u.Get("links")), Adds: u.Get("adds").String(),
	}
	m.update.Store(&read)
	return read
}

// Link is the member's place in AWS's API reference.
func (m *Member) Link() string {
	const reference = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
	if operation := m.Of.Operation(); operation != "" {
		return reference + "API_" + operation + ".html#CognitoUserPools-" + operation + "-request-" + m.Name
	}
	return reference + "API_" + m.Of.Name + ".html#CognitoUserPools-Type-" + m.Of.Name + "-" + m.Name
}

const (
	requestName  = "CreateUserPoolRequest"
	userPoolName = "UserPoolType"
)

// Operation is the operation that a structure is the request of, "" for any other structure.
func (s *Shape) Operation() string {
	operation, _ := strings.CutSuffix(s.Name, "Request")
	if operation == s.Name {
		return ""
	}
	return operation
}

// Contract is the API as it was on one day.
type Contract struct {
	// Date is the revision in force: the last day on or before the asked one on which
	// the API changed.
	Date string
	// Request and UserPool are what goes in and what comes out.
	Request, UserPool *Shape

	shapes    map[string]*Shape
	documents map[string]string // by file name
	location  string            // of the request
	calls     *calls
}

// calls are what is shared by the contracts of all requests in one set of documents.
type calls struct{ locations []string }

// Location is where the request stands in the documents: "file.json", or inside of one.
func (c *Contract) Location() string { return c.location }

// Locations are those of all requests in the documents that a contract was made for.
func (c *Contract) Locations() []string { return c.calls.locations }

// Together is the same for contracts of the same documents, and of no others.
func (c *Contract) Together() any { return c.calls }

// Documents returns the contract's documents, by file name. They are not to be changed.
func (c *Contract) Documents() map[string]string { return c.documents }

// Document returns one document by its file name, "" for none.
func (c *Contract) Document(name string) string { return c.documents[name] }

// Shapes returns every shape of the contract, in no order.
func (c *Contract) Shapes() []*Shape { return slices.Collect(maps.Values(c.shapes)) }

// Shape returns a shape by AWS's name, or nil.
func (c *Contract) Shape(name string) *Shape { return c.shapes[name] }

var (
	mu    sync.Mutex
	dated = map[string]*Contract{}
)

// Newest returns the API as it is today.
func Newest() *Contract { return At("") }

// RevisionOn returns the revision in force on a day: the last day on or before it on which
// the API changed.
func RevisionOn(day string) string {
	revisions := Revisions()
	date := revisions[0]
	for _, r := range revisions {
		if day == "" || r <= day {
			date = r
		}
	}
	return date
}

// At returns the API as it was on a day, YYYY-MM-DD; "" is the newest. Days before the
// first revision count as it.
func At(day string) *Contract {
	date := RevisionOn(day)
	mu.Lock()
	defer mu.Unlock()
	c := dated[date]
	if c == nil {
		c = Of(newest(), date)
		dated[date] = c
	}
	return c
}

// Revisions returns the days on which something changed, the oldest first. They are
// gathered from the documents' own dates.
var Revisions = sync.OnceValue(func() []string {
	dates := Dates(newest())
	for _, a := range createOrder().Standard {
		for _, b := range a.before {
			dates = append(dates, b.day)
		}
	}
	for _, o := range describeOrders() {
		dates = append(dates, o.Since)
	}
	slices.Sort(dates)
	return slices.Compact(dates)
})

// Documents returns a copy of the documents as they stand, by file name.
func Documents() map[string]string { return newest() }

// Dates returns the days on which something in documents changed, in no order.
func Dates(documents map[string]string) []string {
	var dates []string
	for _, document := range documents {
		eachSchema(gjson.Parse(document), "", func(_ string, s gjson.Result) {
			if since := s.Get(`x-since`); since.Exists() {
				dates = append(dates, since.String())
			}
			s.Get(`x-before`).ForEach(func(day, _ gjson.Result) bool {
				dates = append(dates, day.String())
				return true
			})
		})
	}
	return dates
}

// Of returns the contract that documents make, as it was on a revision's day. It is for
// package operations, whose documents stand beside these, and for tests, which find out what
// becomes of a document with one property more; everything else asks [At].
func Of(documents map[string]string, date string) *Contract {
	c := &Contract{Date: date, shapes: map[string]*Shape{}, documents: map[string]string{}}
	for name, document := range documents {
		c.documents[name] = asOf(document, date)
	}
	c.Request = c.shapeAt(requestName + ".json")
	c.UserPool = c.shapeAt(userPoolName + ".json")
	c.location = requestName + ".json"
	c.calls = &calls{locations: []string{c.location}}
	return c
}

// For returns the contract of a call whose request is at a location of the documents,
// "file.json#/$defs/Name"; all else is that of c.
func (c *Contract) For(location string) *Contract {
	call := *c
	call.Request = c.shapeAt(location)
	call.location = location
	if !slices.Contains(c.calls.locations, location) {
		c.calls.locations = append(c.calls.locations, location)
	}
	return &call
}

// ShapeAt returns the shape at a location of the documents.
func (c *Contract) ShapeAt(location string) *Shape { return c.shapeAt(location) }

// shapeAt builds the shape at a location, "file.json" or "file.json#/$defs/Name".
func (c *Contract) shapeAt(location string) *Shape {
	file, fragment, _ := strings.Cut(location, "#")
	name := path.Base(fragment)
	schema := gjson.Parse(c.documents[file])
	if fragment == "" {
		name = strings.TrimSuffix(file, ".json")
	} else {
		schema = schema.Get(strings.ReplaceAll(strings.TrimPrefix(fragment, "/"), "/", "."))
	}
	if s := c.shapes[name]; s != nil {
		return s
	}
	if !schema.Exists() {
		panic("contract: nothing at " + location)
	}
	s := &Shape{Name: name, Description: schema.Get("description").String(), Pattern: schema.Get(`x-pattern`).String(), Sensitive: schema.Get(`x-sensitive`).Bool()}
	c.shapes[name] = s
	s.Enum, s.Refused, s.Examples = texts(schema.Get("enum")), texts(schema.Get(`x-refused`)), texts(schema.Get("examples"))
	s.enumSince = c.valuesSince(schema)
	s.elsewhere = schema.Get(`x-elsewhere`)
	follow := func(ref gjson.Result) *Shape { return c.shapeAt(resolve(file, ref.Get(`$ref`).String())) }
	bounds := [2]string{}
	switch schema.Get("type").String() {
	case "string":
		s.Kind, bounds = String, [2]string{"minLength", "maxLength"}
	case "integer":
		s.Kind, bounds = Integer, [2]string{"minimum", "maximum"}
	case "boolean":
		s.Kind = Boolean
	case "number":
		s.Kind = Timestamp
	case "array":
		s.Kind, bounds = List, [2]string{"minItems", "maxItems"}
		s.Element = follow(schema.Get("items"))
	case "object":
		if values := schema.Get("additionalProperties"); values.Exists() {
			s.Kind = Map
			s.Element, s.Key = follow(values), follow(schema.Get("propertyNames"))
			break
		}
		s.Kind = Structure
		for _, v := range schema.Get("required").Array() {
			s.Required = append(s.Required, v.String())
		}
		s.byName = map[string]*Member{}
		schema.Get("properties").ForEach(func(key, property gjson.Result) bool {
			m := c.memberAt(file, s, key.String(), property)
			s.Members = append(s.Members, m)
			s.byName[m.Name] = m
			return true
		})
	default:
		panic("contract: no type at " + location)
	}
	if bounds[0] != "" {
		s.Min, s.Max = bound(schema.Get(bounds[0])), bound(schema.Get(bounds[1]))
	}
	return s
}

// memberAt builds a member. One that refers to a property is that property in another
// structure: all that is said of it stands there, but for the day on which it came here, and what
// it means where that is another thing.
func (c *Contract) memberAt(file string, of *Shape, name string, property gjson.Result) *Member {
	location := resolve(file, property.Get(`$ref`).String())
	from, fragment, _ := strings.Cut(location, "#")
	if !strings.HasPrefix(fragment, "/properties/") {
		m := member(of, name, property, c.Date)
		m.Shape = c.shapeAt(location)
		return m
	}
	said := gjson.Get(c.documents[from], strings.ReplaceAll(fragment[1:], "/", "."))
	if !said.Exists() {
		panic("contract: nothing at " + location)
	}
	m := c.memberAt(from, of, name, said)
	if since := property.Get(`x-since`); since.Exists() {
		m.Since = since.String()
	}
	if description := property.Get("description"); description.Exists() {
		m.Description = description.String()
	}
	return m
}

func member(of *Shape, name string, property gjson.Result, date string) *Member {
	m := &Member{
		Name: name, Of: of,
		Description: property.Get("description").String(),
		Required:    slices.Contains(of.Required, name),
		Default:     property.Get("default").Raw,
		Since:       property.Get(`x-since`).String(),
		Evidence:    property.Get(`x-evidence.kind`).String(),
		From:        property.Get(`x-from`).String(),
		Derived:     property.Get(`x-derived`).String(),
		Deprecated:  property.Get("deprecated").Bool(),
		property:    property,
		Nullable:    property.Get(`x-nullable`).Bool(),
		ServiceName: strings.ToLower(name[:1]) + name[1:],
	}
	if m.DefaultEvidence = property.Get(`x-evidence.default`).String(); m.DefaultEvidence == "" {
		m.DefaultEvidence = m.Evidence
	}
	property.Get(`x-before`).ForEach(func(day, before gjson.Result) bool {
		if d := day.String(); before.Get("default").Exists() && d <= date && d > m.DefaultSince {
			m.DefaultSince, m.DefaultLastSeen = d, property.Get(`x-last-seen`).Get(d).String()
		}
		return true
	})
	m.Topic, m.Words, m.ForEver = property.Get(`x-topic`).String(), property.Get(`x-words`).String(), property.Get(`x-for-ever`).String()
	m.ARN, m.Suggest = property.Get(`x-arn`).String(), property.Get(`x-suggest`).String()
	property.Get(`x-placeholders`).ForEach(func(text, description gjson.Result) bool {
		m.Placeholders = append(m.Placeholders, Placeholder{text.String(), description.String()})
		return true
	})
	for _, link := range property.Get(`x-evidence.links`).Array() {
		m.Links = append(m.Links, link.String())
	}
	if service, known := m.NameIn("service"); known {
		m.ServiceName = service
	}
	return m
}

func texts(list gjson.Result) []string {
	var all []string
	for _, v := range list.Array() {
		all = append(all, v.String())
	}
	return all
}

// valuesSince returns the days on which values were added to an enumeration.
func (c *Contract) valuesSince(schema gjson.Result) map[string]string {
	since := map[string]string{}
	schema.Get(`x-before`).ForEach(func(day, before gjson.Result) bool {
		old := texts(before.Get("enum"))
		if len(old) == 0 || day.String() > c.Date {
			return true
		}
		for _, v := range schema.Get("enum").Array() {
			if value := v.String(); !slices.Contains(old, value) && since[value] < day.String() {
				since[value] = day.String()
			}
		}
		return true
	})
	return since
}

func bound(v gjson.Result) *int64 {
	if !v.Exists() {
		return nil
	}
	n := v.Int()
	return &n
}

// resolve turns a reference inside a document into a location.
func resolve(file, ref string) string {
	if strings.HasPrefix(ref, "#") {
		return file + ref
	}
	return ref
}
