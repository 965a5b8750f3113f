package source_test

import (
	"testing"

	"userpoolplayground/internal/source"
)

func TestSetMembers(t *testing.T) {
	members := []source.Setting{{Name: "a", JSON: "1"}, {Name: "b", JSON: `{"c": [true], "d": "e"}`}}
	for _, c := range []struct{ text, want string }{
		{`{}`, "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [true],\n    \"d\": \"e\"\n  }\n}"},
		{`{"x": 0}`, `{"x": 0, "a": 1, "b": {"c": [true], "d": "e"}}`},
		{"{\n\t\"x\": {},\n\t\"a\": 0\n}", "{\n\t\"x\": {},\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": [true],\n\t\t\"d\": \"e\"\n\t}\n}"},
	} {
		d := source.Parse(c.text)
		if got := source.Apply(c.text, d.SetMembers(d.Root, members)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
