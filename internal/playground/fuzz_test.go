package playground

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/draw"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/export"
	"userpoolplayground/internal/intime"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// The fuzz targets hold the verbs to what they promise of any text, with any options.

// requests are those that the tests know, and small ones of the kinds that are hard to read.
func requests(t testing.TB) []string {
	var all []string
	for _, e := range example.All() {
		all = append(all, e.Request)
	}
	for _, r := range slices.Concat(rule.All, rule.Advice) {
		all = append(all, r.Bad, r.Good)
	}
	files, err := filepath.Glob("testdata/*/*/request.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no requests", err)
	}
	for _, file := range files {
		all = append(all, read(t, filepath.Dir(file), filepath.Base(file)))
	}
	hostile := hostileTexts(300, 20)
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		all = append(all, hostile[name])
	}
	return append(all, "", "}", "\x00\xff\xfe\x80PK\x03\x04")
}

// surroundings makes options of a number, so that they are in a target's input; 0 makes none.
func surroundings(n uint32) Options {
	choose := func(count int) int {
		chosen := int(n % uint32(count))
		n /= uint32(count)
		return chosen
	}
	// A few days: each API takes a moment to make ready. Others are a test's own.
	days := []string{"", "2001-01-01", "2017-12-18", "2020-08-05", "2024-11-22"}
	o := Options{View: []string{"", "describe"}[choose(2)], AsOf: days[choose(len(days))]}
	o.Region = []string{"", "eu-west-1", "cn-north-1", "us-gov-west-1", "nowhere\"\\\n"}[choose(5)]
	role := []string{"", "ok", "no-trust", "no-publish"}[choose(4)]
	identities := []*[]string{nil, {}, {"example.com", "no-reply@example.com"}}[choose(3)]
	if role != "" || identities != nil {
		o.Account = &Account{SMSRole: role, SESIdentities: identities}
	}
	o.AccountID = []string{"", "111122223333"}[choose(2)]
	if now := []float64{0, -1, 1e12, 1594889658976.5, 1e300}[choose(5)]; now != 0 {
		o.Now = &now
	}
	return o
}

// held is a text that answers are held against.
type held struct {
	*testing.T
	text  string
	units int
}

func hold(t *testing.T, text string) held { return held{t, text, len(utf16.Encode([]rune(text)))} }

func (h held) inside(from, to, length int, what any) {
	h.Helper()
	if from < 0 || to < from || to > length {
		h.Fatalf("%q: %d to %d of %d is out of place: %+v", h.text, from, to, length, what)
	}
}

// edits have to be sorted, apart and inside the text.
func (h held) edits(edits []Edit) {
	h.Helper()
	at := 0
	for _, e := range edits {
		h.inside(e.From, e.To, h.units, edits)
		h.inside(at, e.From, h.units, edits)
		at = e.To
	}
}

// problems have to be inside the text, said, and with fixes that do something.
func (h held) problems(problems []Problem) {
	h.Helper()
	for _, p := range problems {
		h.inside(p.From, p.To, h.units, p)
		for _, r := range p.Related {
			h.inside(r.From, r.To, h.units, p)
		}
		for _, f := range p.Fixes {
			if len(f.Edits) == 0 || f.Title == "" {
				h.Fatalf("%q: a fix that does nothing: %+v", h.text, p)
			}
			h.edits(f.Edits)
		}
		if p.Rule == "" || p.Message == "" || !slices.Contains([]string{"observed", "documented", "inferred"}, p.Evidence) {
			h.Fatalf("%q: something is not said: %+v", h.text, p)
		}
	}
}

// same fails unless two answers are equal.
func (h held) same(first, second any, when string) {
	h.Helper()
	if !reflect.DeepEqual(first, second) {
		h.Fatalf("%q: another answer %s: %s", h.text, when, firstDifference(encode(second), encode(first)))
	}
}

// reply has to go with the problems; a UserPool has to be one of the contract, with an origin
// for each value, and the same on the wire.
func (h held) reply(e Evaluation, o Options) {
	h.Helper()
	exceptions := map[string]bool{}
	for _, p := range e.Problems {
		if (p.Exception != nil) != (p.Severity == "error") {
			h.Fatalf("%q: exception and severity do not go together: %+v", h.text, p)
		}
		if p.Exception != nil {
			exceptions[p.Exception.Type] = true
		}
	}
	if !json.Valid([]byte(e.Reply.Body)) || !json.Valid([]byte(e.Reply.Wire)) {
		h.Fatalf("%q: the reply is no JSON: %s", h.text, e.Reply.Body)
	}
	if (len(exceptions) == 0) != (e.Reply.Status == 200) {
		h.Fatalf("%q: status %d does not go with its problems", h.text, e.Reply.Status)
	}
	body := gjson.Parse(e.Reply.Body)
	if e.Reply.Status != 200 {
		if e.Reply.Status != 400 || !exceptions[body.Get("__type").String()] || e.Reply.Wire != e.Reply.Body || string(e.Reply.Origins) != "{}" {
			h.Fatalf("%q: %+v", h.text, e.Reply)
		}
		return
	}
	if err := conforms(body.Get("UserPool"), contract.At(o.AsOf).UserPool, "/UserPool"); err != nil {
		h.Fatalf("%q: %v in %s", h.text, err, e.Reply.Body)
	}
	if err := asOnWire(body, gjson.Parse(e.Reply.Wire), ""); err != nil {
		h.Fatalf("%q: %v\n%s\n%s", h.text, err, e.Reply.Body, e.Reply.Wire)
	}
	if err := originsHold(e, source.Parse(h.text)); err != nil {
		h.Fatalf("%q: %v", h.text, err)
	}
}

// conforms says where a value of a reply is none of its shape.
func conforms(v gjson.Result, s *contract.Shape, pointer string) error {
	wrong := func(format string, args ...any) error {
		return fmt.Errorf("%s is no %s: %s", pointer, s.Name, fmt.Sprintf(format, args...))
	}
	within := func(n int64) bool { return (s.Min == nil || n >= *s.Min) && (s.Max == nil || n <= *s.Max) }
	switch s.Kind {
	case contract.String:
		if v.Type != gjson.String {
			return wrong("%s", v.Raw)
		}
		if len(s.Enum) > 0 && !slices.Contains(s.Enum, v.String()) {
			return wrong("%s is not one of %q", v.Raw, s.Enum)
		}
	case contract.Integer:
		n, err := strconv.ParseInt(v.Raw, 10, 32)
		if err != nil || !within(n) {
			return wrong("%s", v.Raw)
		}
	case contract.Boolean:
		if !v.IsBool() {
			return wrong("%s", v.Raw)
		}
	case contract.Timestamp:
		if v.Type != gjson.Number || strings.ContainsAny(v.Raw, "eE") {
			return wrong("%s", v.Raw)
		}
	case contract.List:
		if !v.IsArray() {
			return wrong("%s", v.Raw)
		}
		for i, element := range v.Array() {
			if err := conforms(element, s.Element, fmt.Sprint(pointer, "/", i)); err != nil {
				return err
			}
		}
	case contract.Map:
		if !v.IsObject() {
			return wrong("%s", v.Raw)
		}
		for key, element := range members(v) {
			if err := conforms(gjson.Result{Type: gjson.String, Str: key}, s.Key, pointer); err != nil {
				return err
			}
			if err := conforms(element, s.Element, pointer+"/"+source.EscapePointer(key)); err != nil {
				return err
			}
		}
	case contract.Structure:
		if !v.IsObject() {
			return wrong("%s", v.Raw)
		}
		at := 0 // members come in the reference's order
		for name, value := range members(v) {
			found := slices.IndexFunc(s.Members[at:], func(m *contract.Member) bool { return m.Name == name })
			if found < 0 {
				return wrong("%s is unknown, there twice or out of order", name)
			}
			at += found + 1
			if err := conforms(value, s.Members[at-1].Shape, pointer+"/"+name); err != nil {
				return err
			}
		}
		for _, name := range s.Required {
			if !v.Get(name).Exists() {
				return wrong("%s is missing", name)
			}
		}
	}
	return nil
}

// members are the members of an object in the text's order.
func members(v gjson.Result) iter.Seq2[string, gjson.Result] {
	return func(yield func(string, gjson.Result) bool) {
		v.ForEach(func(name, value gjson.Result) bool { return yield(name.String(), value) })
	}
}

// asOnWire says where a body and what the service sends differ in more than the order of
// members and the notation of dates.
func asOnWire(body, wire gjson.Result, pointer string) error {
	different := fmt.Errorf("%s is another on the wire: %s", pointer, wire.Raw)
	switch {
	case body.IsObject() && wire.IsObject():
		values, last, sorted := map[string]gjson.Result{}, "", true
		for name, value := range members(wire) {
			sorted = sorted && (len(values) == 0 || last < name)
			values[name], last = value, name
		}
		count := 0
		for name, value := range members(body) {
			count++
			if other, there := values[name]; !there {
				return different
			} else if err := asOnWire(value, other, pointer+"/"+name); err != nil {
				return err
			}
		}
		if !sorted || count != len(values) {
			return different
		}
	case body.IsArray() && wire.IsArray():
		elements, others := body.Array(), wire.Array()
		if len(elements) != len(others) {
			return different
		}
		for i := range elements {
			if err := asOnWire(elements[i], others[i], fmt.Sprint(pointer, "/", i)); err != nil {
				return err
			}
		}
	case body.Type == gjson.Number && strings.HasSuffix(pointer, "Date"):
		if body.Float() != wire.Float() || !strings.Contains(wire.Raw, "E") {
			return different
		}
	case body.Raw != wire.Raw:
		return different
	}
	return nil
}

// originsHold says which value of a reply has no origin that is worth the name, or which
// origin no value.
func originsHold(e Evaluation, request *source.Document) error {
	var body any
	if err := json.Unmarshal([]byte(e.Reply.Body), &body); err != nil {
		return err
	}
	var wrong error
	n, origins := 0, originsOf(e)
	each(body.(map[string]any)["UserPool"], "/UserPool", func(pointer string) {
		n++
		o, there := origins[pointer]
		switch {
		case !there || !slices.Contains([]string{"given", "default", "derived", "generated"}, o.Kind) || o.Kind == "given" && o.From == "":
			wrong = fmt.Errorf("%s has the origin %+v", pointer, o)
		case o.Kind != "given" && pointer != "/UserPool" && (o.Why == "" || o.Evidence == ""):
			wrong = fmt.Errorf("%s does not say why or how that is known: %+v", pointer, o)
		case o.From != "" && utf8.ValidString(request.Text) && request.Find(o.From) == nil: // JSON's pointers are valid
			wrong = fmt.Errorf("%s comes from %s, which is not there", pointer, o.From)
		}
	})
	if wrong == nil && n != len(origins) {
		wrong = fmt.Errorf("%d values, %d origins", n, len(origins))
	}
	return wrong
}

// FuzzEvaluate: problems in order and inside the text, a reply that goes with them and is of
// the contract, in time, and the same whatever was asked before.
func FuzzEvaluate(f *testing.F) {
	all := requests(f)
	for i, text := range all {
		f.Add(text, all[(i+1)%len(all)], uint32(i%3*i*7919))
	}
	f.Fuzz(func(t *testing.T, text, other string, n uint32) { holdEvaluate(t, text, other, surroundings(n)) })
}

func holdEvaluate(t *testing.T, text, other string, o Options) {
	h := hold(t, text)
	// What is remembered of a request is the last one's: of this one there is nothing.
	Evaluate("{}", o)
	var e Evaluation
	intime.Hold(t, text, time.Millisecond, func() { e = Evaluate(text, o) })
	h.same(e, Evaluate(text, o), "the second time")
	Evaluate(other, o)
	h.same(e, Evaluate(text, o), "after "+strconv.Quote(other))
	h.problems(e.Problems)
	if !slices.IsSortedFunc(e.Problems, func(a, b Problem) int { return a.From - b.From }) {
		t.Fatalf("%q: the problems are not sorted: %+v", text, e.Problems)
	}
	h.reply(e, o)
}

// FuzzFixes: each fix alone can be applied, mends its problem and breaks nothing; a safe one,
// and all of them together, leave alone what the text says.
func FuzzFixes(f *testing.F) {
	for i, text := range requests(f) {
		f.Add(text, uint32(i%3*i*7919))
	}
	f.Fuzz(func(t *testing.T, text string, n uint32) { holdFixes(t, text, surroundings(n)) })
}

func holdFixes(t *testing.T, text string, o Options) {
	text = strings.ToValidUTF8(text, "\uFFFD") // as every text of JavaScript is
	h := hold(t, text)
	before, document := Evaluate(text, o), source.Parse(text)
	h.problems(before.Problems)
	tried := 0
	for _, p := range before.Problems {
		for _, fix := range p.Fixes {
			if tried++; tried > 20 {
				break // of hundreds, which a text of nothing but faults has
			}
			mended := apply(text, fix.Edits)
			after := Evaluate(mended, o)
			if count(after, p.Rule) >= count(before, p.Rule) && !uncovered(before, after, p, fix) {
				t.Fatalf("%q leaves %s at %d: %q\n%q", fix.Title, p.Rule, p.From, mended, text)
			}
			if malformed(after) && !malformed(before) {
				t.Fatalf("%q breaks the text: %q\n%q", fix.Title, mended, text)
			}
			if fix.Safe {
				h.saysTheSame(document, mended)
			}
		}
	}
	var all Mended
	intime.Hold(t, text, time.Millisecond, func() { all = FixAll(text, o) })
	h.saysTheSame(document, all.Text)
	if again := FixAll(all.Text, o); again.Text != all.Text || len(again.Fixes) > 0 {
		t.Fatalf("%q: %q, and then %q: %q", text, all.Text, again.Fixes, again.Text)
	}
	if document.Faithful && source.Parse(all.Text).Malformed() {
		t.Fatalf("%q is not mended: %q", text, all.Text)
	}
}

// uncovered reports whether a fix did what it promises though there are no fewer problems of its
// kind: it can bring others to light elsewhere, such as what an unknown block holds, of two
// commas too many the one that is left takes the place of the other, and of more faults than
// are told the next one takes the place of the mended.
func uncovered(before, after Evaluation, p Problem, fix Fix) bool {
	at := p.From
	for _, e := range fix.Edits {
		if e.To <= p.From {
			at += len(utf16.Encode([]rune(e.Insert))) - (e.To - e.From)
		}
	}
	there := slices.ContainsFunc(after.Problems, func(other Problem) bool { return other.Rule == p.Rule && other.From == at })
	told := 0
	for _, other := range before.Problems {
		if other.Stage == "syntax" {
			told++
		}
	}
	return !there || p.Stage == "syntax" && (len(after.Problems) < len(before.Problems) || told >= source.MaxFaults)
}

// saysTheSame fails for a mended text that says something else, where it is known what the
// text says at all.
func (h held) saysTheSame(document *source.Document, mended string) {
	h.Helper()
	if !document.Faithful {
		return
	}
	after := source.Parse(mended)
	if !after.Faithful || !reflect.DeepEqual(said(document.Root), said(after.Root)) {
		h.Fatalf("%q does not say the same as %q", mended, h.text)
	}
}

// said are the words of a tree in order, without what a safe fix may change: the spelling of
// names and values that are known, the type of a value, and brackets around a list's only
// element.
func said(n *source.Node) []string {
	spelt := func(word string) string {
		return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(word))
	}
	var words []string
	var walk func(n *source.Node)
	walk = func(n *source.Node) {
		word := spelt(strings.TrimSpace(n.Text))
		switch n.Kind {
		case source.True:
			word = "true"
		case source.False:
			word = "false"
		case source.Null:
			word = "null"
		}
		switch number, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(n.Text), ".")); { // a bare point goes, or comes into quotes
		case word == "yes" || word == "on" || err == nil && number == 1:
			word = "true"
		case word == "no" || word == "off" || err == nil && number == 0:
			word = "false"
		case err == nil:
			word = strconv.Itoa(number)
		case n.Kind < source.Array: // a number of any size
			word = strings.TrimSuffix(strings.TrimLeft(word, "+0"), ".")
		}
		if n.Kind < source.Array {
			words = append(words, word)
		}
		for _, c := range n.Children {
			if n.Kind == source.Object {
				words = append(words, spelt(c.Name))
			}
			walk(c)
		}
	}
	walk(n)
	return words
}

// FuzzImport: the importers' answer is the same again and inside the text, says something
// where there is no request, and a request that is JSON; the answer to a request comes back
// as one that makes the same pool.
func FuzzImport(f *testing.F) {
	for _, text := range textSeeds(f) {
		f.Add(text, uint32(0))
	}
	for i, text := range requests(f) {
		// One of each kind will do: an answer takes as long as a hundred evaluations.
		switch n := uint32(i * 7919); i % 20 {
		case 0:
			f.Add(Evaluate(text, surroundings(n)).Reply.Body, n)
		case 5, 10, 15:
			f.Add(text, n)
		case 1, 11:
			f.Add(exported(f, bothWays[i%len(bothWays)], text).Text, uint32(0))
		}
	}
	f.Fuzz(func(t *testing.T, text string, n uint32) { holdImport(t, text, surroundings(n)) })
}

func holdImport(t *testing.T, text string, o Options) {
	text = strings.ToValidUTF8(text, "\uFFFD") // as every text of JavaScript is
	h := hold(t, text)
	var first TextImport
	intime.Hold(t, text, 50*time.Millisecond, func() { first = importText(t, text, o) })
	h.same(first, importText(t, text, o), "the second time")
	h.imported(first.Request, first.Recognised == "request", first.Dropped, first.Problems, len(first.Looked)+len(first.Choices))
	for _, c := range first.Choices {
		h.inside(c.From, c.To, h.units, c)
	}
	answer := ImportDescription(text, o)
	h.same(answer, ImportDescription(text, o), "the second time")
	h.imported(answer.Request, false, answer.Dropped, answer.Problems, 0)
	comesBack(t, text, o)
}

func (h held) imported(request string, asItWas bool, dropped []Dropped, problems []Problem, said int) {
	h.Helper()
	for _, d := range dropped {
		h.inside(d.From, d.To, h.units, d)
	}
	h.problems(problems)
	if request == "" && len(problems)+said == 0 {
		h.Fatalf("%q: no request and nothing said", h.text)
	}
	if request != "" && !asItWas && !json.Valid([]byte(request)) {
		h.Fatalf("%q: no JSON: %s", h.text, request)
	}
}

// FuzzCheck: the answer to a text in any language is the same again, inside the text, and the
// answer to the request that was found in it; and each fix mends its problem.
func FuzzCheck(f *testing.F) {
	for _, text := range textSeeds(f) {
		f.Add(text, uint32(0))
	}
	for i, text := range requests(f) {
		if i%5 == 0 {
			f.Add(exported(f, bothWays[i/5%len(bothWays)], text).Text, uint32(i*7919))
		}
	}
	f.Fuzz(func(t *testing.T, text string, n uint32) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		h, o := hold(t, text), surroundings(n)
		var first Checked
		intime.Hold(t, text, 50*time.Millisecond, func() { first = checkAny(t, text, o) })
		h.same(first, checkAny(t, text, o), "the second time")
		h.problems(first.Evaluation.Problems)
		for _, p := range first.Pools {
			h.inside(p.From, p.To, h.units, p)
		}
		for _, u := range first.Unknowns {
			h.inside(u.From, u.To, h.units, u)
		}
		for _, p := range first.Parameters {
			h.inside(p.From, p.To, h.units, p)
		}
		for _, c := range first.Calls {
			h.inside(c.From, c.To, h.units, c)
		}
		for _, difference := range disagreements(first, o) {
			t.Fatalf("%q: %s", text, difference)
		}
		fixesMend(t, strconv.Quote(text), text, o)
	})
}

// FuzzFixesInLanguages: each fix that is written in another language mends its problem, leaves a text
// that can be read, and makes of the request what the same fix makes of it in JSON.
func FuzzFixesInLanguages(f *testing.F) {
	for _, c := range hands {
		f.Add(c.before, uint32(0))
	}
	for i, text := range requests(f) {
		f.Add(exported(f, withHands[i%len(withHands)], text).Text, uint32(i%3*i*7919))
	}
	f.Fuzz(func(t *testing.T, text string, n uint32) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		fixesMend(t, strconv.Quote(text), text, surroundings(n))
	})
}

// FuzzExport: what is written is the same again, JSON where JSON is promised, something is
// said where there is nothing, and a target that has both ways gives the request back. A text
// that is no request is tried as a string as well, in places where all is allowed and as a
// tag's name.
func FuzzExport(f *testing.F) {
	for i, text := range requests(f) {
		f.Add(exports[i%len(exports)], text, uint32(i%3*i*7919))
	}
	everything, hostile := read(f, "testdata/exports/everything", "request.json"), read(f, "testdata/exports/hostile", "request.json")
	for i, id := range exports {
		f.Add(id, []string{everything, hostile}[i%2], uint32(0))
	}
	for i, text := range []string{
		`it's "q" \ $x ${y} $${z} %{w} %%{v} {####} 😀`, "a\nb\n", "\n  a\n", "- x: #", `'''"""`, "@'\n'@", "EOF\n", "\x00\x7f\u2028", "-x",
		"file://y", "yes", "012", "=a,b={c}", "`b` $(c)", "\r\n\t", "AWS::NoValue", "Fn::Sub", "e\u0301",
	} {
		for next := range 3 {
			f.Add(bothWays[(i+next)%len(bothWays)], text, uint32(0))
		}
	}
	f.Fuzz(func(t *testing.T, target, text string, n uint32) { holdExport(t, target, text, surroundings(n)) })
}

var exports = func() (ids []string) {
	for _, target := range export.Targets {
		ids = append(ids, target.ID)
	}
	return ids
}()

func holdExport(t *testing.T, target, text string, o Options) {
	if !slices.Contains(exports, target) {
		target = exports[len(target)%len(exports)]
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	h := hold(t, text)
	requests := []string{text}
	if !gjson.Valid(text) || !gjson.Parse(text).IsObject() {
		quoted := source.Quote(text)
		requests = append(requests, `{"PoolName": `+quoted+`, "EmailVerificationMessage": `+quoted+`, "UserPoolTags": {`+quoted+`: `+quoted+`, "b": ""},
			"AdminCreateUserConfig": {"InviteMessageTemplate": {"EmailMessage": `+quoted+`}}}`)
	}
	for _, text := range requests {
		var first Export
		var err error
		intime.Hold(t, text, time.Millisecond, func() { first, err = ExportAs(target, text, o) })
		if err != nil {
			t.Fatal(err)
		}
		second, _ := ExportAs(target, text, o)
		h.same(first, second, "the second time")
		if first.Text == "" && len(first.Notes) == 0 {
			t.Fatal("no text and nothing said")
		}
		if first.Text != "" && first.Language == "json" && !json.Valid([]byte(first.Text)) {
			t.Fatalf("no JSON: %s", first.Text)
		}
		// What an import takes for a request has a name.
		if slices.Contains(bothWays, target) && request.Read(source.Parse(text), contract.Newest()).Get("PoolName") != nil {
			roundTrip(t, "", target, text)
		}
	}
}

// FuzzAssist: completion, hover and form of any place are inside the text, with edits in
// order, and changes of a form leave JSON.
func FuzzAssist(f *testing.F) {
	for i, text := range requests(f) {
		at := len(text) * (i % 7) / 6
		if i%2 == 0 {
			f.Add(text, at, `{"op": "set", "pointer": "/PoolName"}`, uint32(i%3*i*7919))
		} else {
			f.Add(text[:at], at, `{"op": "add", "pointer": "/Schema"}`, uint32(i%3*i*7919))
		}
	}
	for _, folder := range []string{"completion", "hover", "form"} {
		files, _ := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			request, rest, _ := strings.Cut(string(text), "\n"+separator)
			f.Add(strings.Replace(request, "▮", "", 1), max(strings.Index(request, "▮"), 0), "{}", uint32(0))
			for line := range strings.Lines(rest) {
				if strings.HasPrefix(line, `{"op"`) {
					f.Add(request, 0, line, uint32(0))
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string, offset int, edit string, n uint32) {
		h, o := hold(t, text), surroundings(n)
		completions, err := Complete(text, offset, o)
		if (err != nil) != (offset < 0 || offset > h.units) {
			t.Fatalf("%q: offset %d of %d: %v", text, offset, h.units, err)
		}
		for _, c := range completions {
			h.edits(c.Edits)
			h.inside(c.From, c.To, h.units, c)
			h.inside(c.Edits[0].From, c.From, h.units, c)
			h.inside(c.To, c.Edits[len(c.Edits)-1].To, h.units, c)
			h.inside(c.SelectFrom, c.SelectTo, len(utf16.Encode([]rune(apply(text, c.Edits)))), c)
		}
		if hover, err := HoverAt(text, offset, o); err == nil && hover != nil {
			h.inside(hover.From, hover.To, h.units, hover)
		}
		form := FormOf(text, o)
		eachPublicField(form.Fields, func(f Field) { h.inside(f.From, f.To, h.units, f) })
		intime.Hold(t, text, time.Millisecond, func() {
			h.same(form, FormOf(text, o), "the second time")
			again, _ := Complete(text, offset, o)
			h.same(completions, again, "the second time")
		})
		e, err := ReadFormEdit(edit)
		if err != nil {
			return
		}
		change := EditForm(text, e, o)
		h.edits(change.Edits)
		if change.Refused == "" && change.Pointer != "" && FormOf(apply(text, change.Edits), o).Unreadable != "" {
			t.Fatalf("%q: %+v breaks the text: %q", text, e, apply(text, change.Edits))
		}
	})
}

func eachPublicField(fields []Field, visit func(Field)) {
	for _, f := range fields {
		visit(f)
		eachPublicField(f.Fields, visit)
	}
}

// What is promised of any text holds for requests that are drawn from the contract, of which
// most are longer and righter than what comes of changing letters.
func TestRandomRequests(t *testing.T) {
	t.Parallel()
	const count = 1_000
	pools := 0
	for i := range count {
		o := surroundings(uint32(i * 7919))
		c := contract.At(o.AsOf)
		text, other := draw.Request(c, uint64(i)), draw.Request(c, uint64(i+1))
		holdEvaluate(t, text, other, o)
		holdFixes(t, text, o)
		holdExport(t, exports[i%len(exports)], text, o)
		if i%20 == 0 {
			comesBack(t, text, o)
		}
		if Evaluate(text, o).Reply.Status == 200 {
			pools++
		}
	}
	t.Logf("%d of %d requests make a pool", pools, count)
	if pools < count/10 {
		t.Errorf("only %d of %d requests make a pool", pools, count)
	}
}

// FuzzSummarise: what is said of a pool was read from what the service answers, and a password is held
// against its policy the same way again.
func FuzzSummarise(f *testing.F) {
	for i, text := range requests(f) {
		f.Add(text, "Sunny-Day-2026", uint32(i*7919))
	}
	f.Fuzz(func(t *testing.T, text, password string, n uint32) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		h, o := hold(t, text), surroundings(n)
		var first Summary
		intime.Hold(t, text, 50*time.Millisecond, func() { first = Summarise(text, o) })
		h.same(first, Summarise(text, o), "the second time")
		holdSummary(t, text, o, first)
		trial := TryPassword(text, password, o)
		h.same(trial, TryPassword(text, password, o), "the password, the second time")
		if trial.Accepted && slices.ContainsFunc(trial.Rules, func(r PasswordRule) bool { return !r.Kept }) {
			t.Fatalf("%q is accepted against a rule: %+v", password, trial)
		}
	})
}

// FuzzExplain: whatever is pasted, the same is said of it again, in time, and each match says something.
func FuzzExplain(f *testing.F) {
	for i, r := range rule.All {
		if i%5 > 0 {
			continue
		}
		evaluation := Evaluate(r.Bad, Options{})
		f.Add("An error occurred (InvalidParameterException) when calling the CreateUserPool operation: " + evaluation.Reply.Body)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		var first Explanation
		intime.Hold(t, text, 50*time.Millisecond, func() { first = Explain(text) })
		hold(t, text).same(first, Explain(text), "the second time")
		for _, m := range first.Matches {
			if m.Rule == "" && m.Exception == "" || m.Message == "" {
				t.Fatalf("%q: nothing is said: %+v", text, m)
			}
		}
	})
}

// FuzzCompleteText: what is offered at any place of any text is in the text, the same again, and comes in time.
func FuzzCompleteText(f *testing.F) {
	for i, text := range textSeeds(f) {
		f.Add(text, uint32(i*7919))
	}
	for i, text := range requests(f) {
		if i%5 == 0 {
			f.Add(exported(f, bothWays[i/5%len(bothWays)], text).Text, uint32(i*7919))
		}
	}
	f.Fuzz(func(t *testing.T, text string, n uint32) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		h := hold(t, text)
		offset := int(n) % (h.units + 1)
		if ReaderFor(text, Options{}) == "" {
			return // of JSON, which FuzzAssist tries
		}
		var first []Completion
		intime.Hold(t, text, 150*time.Millisecond, func() { first = completeAnywhere(t, text, offset) })
		h.same(first, completeAnywhere(t, text, offset), "the second time")
		for _, c := range first {
			h.inside(c.From, c.To, h.units, c)
			for _, e := range c.Edits {
				h.inside(e.From, e.To, h.units, c)
			}
			if len(c.Edits) != 1 || c.From > offset || c.SelectFrom < c.From || c.SelectTo > c.From+units(c.Edits[0].Insert) {
				t.Fatalf("%q at %d: %+v", text, offset, c)
			}
		}
	})
}
