package json

import (
	std "encoding/json"
	"io"
	"math"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// everything has what the wire types are made of.
type everything struct {
	Text    string            `json:"text"`
	Maybe   *string           `json:"maybe,omitempty"`
	Count   int               `json:"count"`
	Bound   *int64            `json:"bound,omitempty"`
	Size    float64           `json:"size,omitempty"`
	Yes     bool              `json:"yes,omitempty"`
	Names   []string          `json:"names"`
	Some    []string          `json:"some,omitempty"`
	Nested  []everything      `json:"nested"`
	Inner   *everything       `json:"inner,omitempty"`
	Shapes  map[string]inside `json:"shapes,omitempty"`
	Any     any               `json:"any"`
	Raw     RawMessage        `json:"raw"`
	Hidden  string            `json:"-"`
	Plain   string
	private string
}

type inside struct {
	A string `json:"a"`
}

// written is a type that writes itself.
type written struct{ json string }

func (w written) MarshalJSON() ([]byte, error) { return []byte(w.json), nil }

var texts = []string{
	``, ` `, `null`, `true`, `fals`, `0`, `-0`, `01`, `-`, `1.`, `1.5e+7`, `1e400`, `.5`, `12345678901234567890`, `1e21`, `1e-7`, `123456e-12`, `1 2`,
	`""`, `"a\u0041\ud83d\ude00\ud83dx\udc00\"\\\/\b\f\n\r\t"`, `"\x"`, `"\u12"`, `"\u+123"`, "\"\x01\"", "\"\xff\xfe é\u2028\"", `"<a&b>"`, `"`, `"\`,
	`[]`, `[1,]`, `[,1]`, `[1 2]`, `[[[]],{}]`, `{}`, `{"a":1,"a":2}`, `{"a"}`, `{a:1}`, `{"a":1,}`, `{"a":[null,true,"x",1.0]}`, "\ufeff1", "[1]x", `{"":{"":0}}`,
	`{"text":"x","count":3,"bound":7,"size":0.1,"yes":true,"names":["a"],"nested":[{"text":"y"}],"inner":{"maybe":"m"},"any":{"k":[1]},"Plain":"p"}`,
	`{"text":1}`, `{"count":"1"}`, `{"count":1.5}`, `{"bound":99999999999999999999}`, `{"names":{}}`, `{"nested":[{"count":true}]}`, `{"text":null,"names":null,"inner":null}`, `[]`, `{"other":1}`,
}

func FuzzJSON(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if deep := strings.Count(text, "[") + strings.Count(text, "{"); deep > MaxDepth {
			return
		}
		if got, want := Valid([]byte(text)), std.Valid([]byte(text)); got != want {
			t.Fatalf("Valid(%q) = %v, encoding/json says %v", text, got, want)
		}
		var got, want any
		gotErr, wantErr := Unmarshal([]byte(text), &got), std.Unmarshal([]byte(text), &want)
		if (gotErr == nil) != (wantErr == nil) || wantErr == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("%q is %#v, %v; encoding/json has %#v, %v", text, got, gotErr, want, wantErr)
		}
		if wantErr != nil {
			return
		}
		if got, want := encoded(t, NewEncoder, want, true), encoded(t, std.NewEncoder, want, true); got != want {
			t.Fatalf("%q is written as %q, encoding/json has %q", text, got, want)
		}
		if got, want := encoded(t, NewEncoder, want, false), encoded(t, std.NewEncoder, want, false); got != want {
			t.Fatalf("%q is written as %q, encoding/json has %q", text, got, want)
		}
	})
}

func encoded[E interface {
	SetEscapeHTML(bool)
	Encode(any) error
}](t *testing.T, make func(io.Writer) E, v any, escape bool) string {
	t.Helper()
	var b strings.Builder
	e := make(&b)
	e.SetEscapeHTML(escape)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return alike(b.String())
}

// alike spells what encoding/json writes for a byte that is no UTF-8 as it did before Go 1.27.
func alike(text string) string { return strings.ReplaceAll(text, "\ufffd", `\ufffd`) }

// element is what the path to a misfit has for a list's element since Go 1.27.
var element = regexp.MustCompile(`\.\d+`)

func TestStructsAreReadAndWrittenAlike(t *testing.T) {
	for _, text := range texts {
		var got, want everything
		gotErr, wantErr := Unmarshal([]byte(text), &got), std.Unmarshal([]byte(text), &want)
		if (gotErr == nil) != (wantErr == nil) {
			t.Errorf("%s: %v, encoding/json says %v", text, gotErr, wantErr)
			continue
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %+v, encoding/json has %+v", text, got, want)
		}
		if wrong, ok := wantErr.(*std.UnmarshalTypeError); ok {
			ours, ok := gotErr.(*UnmarshalTypeError)
			if !ok || ours.Value != wrong.Value || ours.Field != element.ReplaceAllString(wrong.Field, "") || ours.Type != wrong.Type {
				t.Errorf("%s: %#v, encoding/json says %#v", text, gotErr, wrong)
			}
		}
	}
	m, n := "", int64(0)
	for _, v := range []any{
		everything{}, &everything{}, (*everything)(nil), nil, everything{Hidden: "h", private: "p"},
		everything{
			Text: "<&>\u2028\x00\xff", Maybe: &m, Bound: &n, Size: 1e-9, Yes: true, Names: []string{}, Some: []string{}, Nested: []everything{{}}, Inner: &everything{},
			Shapes: map[string]inside{"b": {"1"}, "a": {"2"}, "": {}}, Any: []any{1.0, "x", nil, map[string]any{}}, Raw: RawMessage(`{"a":1}`),
		},
		[]written{{`{"w":1}`}}, &written{`[]`}, map[string]*written{"x": {`1`}, "y": nil}, []*int64{&n, nil}, map[string]int(nil), 1.5, 1e21, 1e20, math.Copysign(0, -1), 1e-6, 1e-7, 123456789.0,
	} {
		got, gotErr := Marshal(v)
		want, wantErr := std.Marshal(v)
		if gotErr != nil || wantErr != nil || string(got) != alike(string(want)) {
			t.Errorf("%+v is written as %s, %v; encoding/json has %s, %v", v, got, gotErr, want, wantErr)
		}
	}
}

func TestOptionsOfTheDecoder(t *testing.T) {
	d := NewDecoder(strings.NewReader(` {"a": [1.50, -0e1]} x`))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil || !reflect.DeepEqual(v, map[string]any{"a": []any{Number("1.50"), Number("-0e1")}}) {
		t.Errorf("%#v, %v", v, err)
	}
	if token, err := d.Token(); token == nil || err != nil {
		t.Errorf("what follows was not seen: %v, %v", token, err)
	}
	d = NewDecoder(strings.NewReader("1 \n"))
	if err := d.Decode(&v); err != nil || v != 1.0 {
		t.Errorf("%#v, %v", v, err)
	}
	if token, err := d.Token(); token != nil || err != io.EOF {
		t.Errorf("%v, %v follows the end", token, err)
	}
	d = NewDecoder(strings.NewReader(`{"a": "x", "b": 1}`))
	d.DisallowUnknownFields()
	if err := d.Decode(&inside{}); err == nil || err.Error() != `json: unknown field "b"` {
		t.Errorf("an unknown field gives %v", err)
	}
}

func TestWhatIsTooDeepIsRefused(t *testing.T) {
	for depth, want := range map[int]bool{MaxDepth: true, MaxDepth + 1: false, 1_000_000: false} {
		text := strings.Repeat("[", depth) + strings.Repeat("]", depth)
		if got := Valid([]byte(text)); got != want {
			t.Errorf("%d brackets one in another: %v", depth, got)
		}
	}
}

func TestUnknownTypesPanic(t *testing.T) {
	for _, v := range []any{[]byte("x"), make(chan int), struct{ inside }{}, struct {
		A int `json:"a,string"`
	}{}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%T was written", v)
				}
			}()
			_, _ = Marshal(v)
		}()
	}
}
