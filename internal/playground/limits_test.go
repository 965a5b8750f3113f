package playground

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"userpoolplayground/internal/readers"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// fill repeats a part up to a size, numbering it where it has a place for that.
func fill(part string, size int) string {
	if !strings.Contains(part, "%d") {
		return strings.Repeat(part, size/len(part))
	}
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, part, i)
	}
	return b.String()
}

// soon fails a test whose work grows with the square of its text: that takes minutes where
// the rest takes a second, on any machine.
func soon(t *testing.T, what string, work func()) {
	t.Helper()
	began := time.Now()
	work()
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("%s took %v", what, took)
	}
}

var verbsOfTexts = map[string]string{
	"evaluate": "", "fixAll": "", "form": "", "importDescription": "", "importText": "",
	"exportAs": `"terraform"`, "complete": "9", "editForm": `{"op":"set","pointer":"/PoolName","value":"\"q\""}`,
}

// hostileTexts are of a size, or have a number of values, and are hard to read.
func hostileTexts(size, values int) map[string]string {
	return map[string]string{
		"quotes that are never closed":   fill("«x\n", size),
		"quotes that are closed far off": fill("„x\n", size-10) + "“x",
		"quotes of one kind":             fill("\"x\n", size),
		"single quotes with double ones": `['` + fill(`"`, size) + `']`,
		"line breaks in a text":          `{"PoolName":"` + fill("a\n", size) + `"}`,
		"control characters":             `{"PoolName":"` + fill("\x01", size) + `"}`,
		"wrong escapes":                  `{"PoolName":"` + fill(`\q`, size) + `"}`,
		"half characters":                `{"PoolName":"` + fill(`\ud83d`, size) + `"}`,
		"foreign spaces":                 fill("\u00a0", size),
		"zeros":                          fill("\x00", size),
		"comments":                       fill("#\n", size),
		"words":                          fill("a ", size),
		"colons":                         "{" + fill(`"a":`, size),
		"a long name":                    `{"PoolName":"` + fill("x", size) + `"}`,
		"a long message":                 `{"PoolName":"p","EmailVerificationMessage":"` + fill("<a href='{####}'>", size) + `"}`,
		"unknown members":                "{" + fill(`"EmailVerificationMessag%d":1,`, values*30) + `"b":1}`,
		"one member many times":          "{" + fill(`"PoolName":1,`, values*13) + `"b":1}`,
		"wrong elements":                 `{"PoolName":"p","AliasAttributes":[` + fill(`"emai",`, values*7) + `"email"]}`,
		"attributes of one name":         `{"PoolName":"p","Schema":[` + fill(`{"Name":"a","AttributeDataType":"Strin"},`, values*13) + `{}]}`,
		"tags":                           `{"PoolName":"p","UserPoolTags":{` + fill(`"aws:%d":"1",`, values*13) + `"b":"1"}}`,
		"lists in lists":                 "[" + fill(strings.Repeat("[", 150)+strings.Repeat("]", 150)+",", values*2) + "1]",
	}
}

// Whatever stands in a text as long as one may be, every verb answers in good time, and what
// is beyond a limit is told by name, limit and size.
func TestTextsOfTheLargestSize(t *testing.T) {
	// With room for what stands around the part that is repeated.
	for name, text := range hostileTexts(source.MaxBytes-200, source.MaxValues-100) {
		if len(text) > source.MaxBytes {
			t.Fatalf("%s: %d bytes are too many for this test", name, len(text))
		}
		t.Run(name, func(t *testing.T) {
			for verb, argument := range verbsOfTexts {
				soon(t, verb, func() {
					if _, err := Call(verb, text, "", argument); err != nil {
						t.Errorf("%s: %v", verb, err)
					}
				})
			}
		})
	}
}

func TestLimitsAreTold(t *testing.T) {
	for said, text := range map[string]string{
		"This text has 9,766 kB; at most 1,024 kB are read.":                 strings.Repeat("x", 10_000_000),
		"Brackets are nested 100,000 deep; at most 200 are read.":            strings.Repeat(`{"a":`, 100_000),
		"This text has about 200,002 values; at most 10,000 are read.":       "[" + strings.Repeat("0,", 200_000) + "0]",
		"This number has 1,000,000 digits; at most 1,000 are read.":          `{"a":` + strings.Repeat("1", 1_000_000) + `}`,
		"The exponent of this number is 1000001; at most 9,999 is read.":     `{"a":1e1000001}`,
		"The exponent of this number has 500 digits; at most 9,999 is read.": `{"a":1e` + strings.Repeat("9", 500) + `}`,
	} {
		for verb, argument := range verbsOfTexts {
			soon(t, verb, func() {
				answer, err := Call(verb, text, "", argument)
				if err != nil {
					t.Errorf("%s: %v", verb, err)
				}
				told := verb == "evaluate" || verb == "importDescription" || verb == "importText"
				if told && !strings.Contains(string(answer.JSON), said) {
					t.Errorf("%s does not say %q: %.300s", verb, said, answer.JSON)
				}
				if len(answer.JSON) > 2*len(text)+10_000 {
					t.Errorf("%s answers with %d bytes", verb, len(answer.JSON))
				}
			})
		}
	}
}

// Texts that make a parser of another language work without end, or stand for more than they
// are, on the whole way of an import. Which reader gets them does not hang on what they are.
func TestReadersOfHostileTexts(t *testing.T) {
	const size = reading.MaxBytes / 8
	bombs := map[string]string{
		"parentheses": strings.Repeat("(", 100_000), "lists": strings.Repeat("[", 100_000), "objects": strings.Repeat("{", 100_000), "pairs": strings.Repeat("{a:", 100_000),
		"quoted lists": `"` + strings.Repeat("['", 100_000), "substitutions": strings.Repeat("$(", 100_000), "backquotes": fill("`", size), "templates": strings.Repeat(`"${`, 100_000),
		"minus": fill("-", size), "not": fill("!", size), "dashes": strings.Repeat("- ", 100_000), "indents": fill("a:\n ", 1000), "conditions": fill("if a; then ", size), "sums": "a = " + fill("1 + ", size) + "1",
		"questions": "a = " + fill("a ? b : ", size) + "c", "dots": "a = b" + fill(".c", size), "calls": fill("create_user_pool(", size), "assignments": fill("a=", size), "names": fill("a ", size),
		"aliases": "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + func() (s string) {
			for i := range 20 {
				s += fmt.Sprintf("a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i), 9), ","))
			}
			return s
		}(),
		"an alias of itself": "a: &a [*a]\n", "merges": "a: &a {b: c}\n" + fill("x%d: {<<: *a}\n", size), "documents": fill("---\na: b\n", size), "anchors": fill("a%d: &b c\n", size),
		"here documents": fill("cat <<E\n", size), "a here document": "x=$(cat <<'E'\n" + fill("a\n", size) + "E\n)", "doubling": "a=xxxxxxxxxx\n" + func() (s string) {
			for range 60 {
				s += "b=$a$a$a$a$a$a$a$a$a$a\na=$b\n"
			}
			return s
		}(),
		"commas": fill(",", size), "quotes": fill(`"`, size), "triple quotes": fill(`"""`, size), "backslashes": fill(`\`, size), "long": strings.Repeat("x", 10_000_000), "here strings": fill("@'\n", size), "braces": fill("${", size), "digits": "a = " + fill("1", size), "exponent": "a = 1e999999999",
		"blocks": fill("a {\n", 1000), "hexadecimal": "f(a = 0x" + fill("f", size) + ")", "raw": fill(`r"(`, size), "formatted": fill(`f"{`, size), "heredocs": fill("a = <<E\n", size),
	}
	for name, bomb := range bombs {
		t.Run(name, func(t *testing.T) {
			for _, reader := range []string{"shell", "powershell", "yaml", "hcl", "python", "r"} {
				soon(t, reader, func() {
					if _, err := readers.Read(reader, bomb); err != nil {
						t.Fatal(err)
					}
				})
			}
		})
	}
}
