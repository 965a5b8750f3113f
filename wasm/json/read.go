package json

import (
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxDepth is how many brackets may stand one in another: reading them recurses, and the stack
// that JavaScript gives a program is small.
const MaxDepth = 1000

// Valid reports whether a text is JSON.
func Valid(text []byte) bool {
	d := Decoder{text: string(text), numbers: true}
	_, err := d.any()
	return err == nil && d.atEnd()
}

// Unmarshal reads a text into what a pointer points to.
func Unmarshal(text []byte, into any) error {
	d := Decoder{text: string(text)}
	if err := d.Decode(into); err != nil {
		return err
	}
	if !d.atEnd() {
		return d.unexpected()
	}
	return nil
}

// Decoder reads the values of a text, one after the other.
type Decoder struct {
	from    io.Reader
	text    string
	at      int
	depth   int
	numbers bool // any takes a number as it is spelt
	strict  bool
	path    []string
	wrong   error // what did not fit first; a fault of the syntax comes before it
}

// NewDecoder returns a decoder of what a reader gives.
func NewDecoder(from io.Reader) *Decoder { return &Decoder{from: from} }

// UseNumber has numbers read as a [Number] into any.
func (d *Decoder) UseNumber() { d.numbers = true }

// DisallowUnknownFields has a member that a struct does not have be an error.
func (d *Decoder) DisallowUnknownFields() { d.strict = true }

// Decode reads the next value into what a pointer points to.
func (d *Decoder) Decode(into any) error {
	if d.from != nil {
		all, err := io.ReadAll(d.from)
		if err != nil {
			return err
		}
		d.from, d.text = nil, string(all)
	}
	d.wrong = nil
	if err := d.value(reflect.ValueOf(into).Elem()); err != nil {
		return err
	}
	return d.wrong
}

// Token returns nothing but at the end of the text: [io.EOF], or the sign that stands there.
func (d *Decoder) Token() (any, error) {
	if d.atEnd() {
		return nil, io.EOF
	}
	return d.text[d.at : d.at+1], nil
}

func (d *Decoder) unexpected() error {
	if d.at >= len(d.text) {
		return errors.New("json: the text ends too early")
	}
	r, _ := utf8.DecodeRuneInString(d.text[d.at:])
	return errors.New("json: unexpected " + strconv.QuoteRune(r) + " at byte " + strconv.Itoa(d.at))
}

// next returns the sign that the next token begins with, 0 at the end.
func (d *Decoder) next() byte {
	for ; d.at < len(d.text); d.at++ {
		if c := d.text[d.at]; c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return c
		}
	}
	return 0
}

func (d *Decoder) atEnd() bool {
	d.next()
	return d.at == len(d.text)
}

// value reads the next value into v.
func (d *Decoder) value(v reflect.Value) error {
	c := d.next()
	if c == 'n' { // leaves what is no pointer as it is
		if err := d.word("null"); err != nil {
			return err
		}
		switch v.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Interface:
			v.SetZero()
		}
		return nil
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		return d.value(v.Elem())
	}
	kind := v.Kind()
	switch {
	case c == '{' && kind == reflect.Struct:
		return d.structure(v)
	case c == '[' && kind == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		return d.each(']', func() error {
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
			return d.value(v.Index(v.Len() - 1))
		})
	}
	start := d.at
	read, err := d.spelt(kind != reflect.Interface)
	if err != nil {
		return err
	}
	word := d.text[start:d.at]
	switch read := read.(type) {
	case string:
		if kind == reflect.String && v.Type() != reflect.TypeFor[Number]() {
			v.SetString(read)
			return nil
		}
	case bool:
		if kind == reflect.Bool {
			v.SetBool(read)
			return nil
		}
	case Number:
		switch kind {
		case reflect.Float64:
			if f, err := strconv.ParseFloat(word, 64); err == nil {
				v.SetFloat(f)
				return nil
			}
		case reflect.Int, reflect.Int64:
			if n, err := strconv.ParseInt(word, 10, v.Type().Bits()); err == nil {
				v.SetInt(n)
				return nil
			}
		}
	}
	if kind == reflect.Interface && v.NumMethod() == 0 {
		v.Set(reflect.ValueOf(read))
		return nil
	}
	d.misfit(c, word, v.Type())
	return nil
}

// misfit remembers the first value that has no place in its type.
func (d *Decoder) misfit(first byte, word string, t reflect.Type) {
	if d.wrong != nil {
		return
	}
	what := "number"
	switch {
	case first == '{':
		what = "object"
	case first == '[':
		what = "array"
	case first == '"':
		what = "string"
	case first == 't' || first == 'f':
		what = "bool"
	case t.Kind() == reflect.Int, t.Kind() == reflect.Int64, t.Kind() == reflect.Float64:
		what += " " + word
	}
	d.wrong = &UnmarshalTypeError{Value: what, Type: t, Field: strings.Join(d.path, ".")}
}

// structure reads an object into a struct.
func (d *Decoder) structure(v reflect.Value) error {
	fields := fieldsOf(v.Type())
	return d.members(func(name string) error {
		for _, f := range fields {
			if f.name == name {
				d.path = append(d.path, name)
				err := d.value(v.Field(f.index))
				d.path = d.path[:len(d.path)-1]
				return err
			}
		}
		if d.strict && d.wrong == nil {
			d.wrong = errors.New("json: unknown field " + strconv.Quote(name))
		}
		_, err := d.spelt(true)
		return err
	})
}

// spelt is any for what may not be looked at: the size of a number is then no matter.
func (d *Decoder) spelt(numbers bool) (any, error) {
	before := d.numbers
	d.numbers = before || numbers
	defer func() { d.numbers = before }()
	return d.any()
}

// any reads the next value as what it is.
func (d *Decoder) any() (any, error) {
	switch c := d.next(); c {
	case '{':
		object := map[string]any{}
		err := d.members(func(name string) (err error) {
			object[name], err = d.any()
			return err
		})
		return object, err
	case '[':
		list := []any{}
		err := d.each(']', func() error {
			v, err := d.any()
			list = append(list, v)
			return err
		})
		return list, err
	case '"':
		return d.string()
	case 't':
		return true, d.word("true")
	case 'f':
		return false, d.word("false")
	case 'n':
		return nil, d.word("null")
	}
	return d.number()
}

func (d *Decoder) members(read func(name string) error) error {
	return d.each('}', func() error {
		if d.next() != '"' {
			return d.unexpected()
		}
		name, err := d.string()
		if err != nil {
			return err
		}
		if d.next() != ':' {
			return d.unexpected()
		}
		d.at++
		return read(name)
	})
}

// each reads what stands between two brackets.
func (d *Decoder) each(end byte, read func() error) error {
	if d.depth++; d.depth > MaxDepth {
		return errors.New("json: more than " + strconv.Itoa(MaxDepth) + " brackets stand one in another")
	}
	d.at++
	if d.next() == end {
		d.at++
		d.depth--
		return nil
	}
	for {
		if err := read(); err != nil {
			return err
		}
		switch d.next() {
		case ',':
			d.at++
		case end:
			d.at++
			d.depth--
			return nil
		default:
			return d.unexpected()
		}
	}
}

func (d *Decoder) word(word string) error {
	for i := range len(word) {
		if d.at >= len(d.text) || d.text[d.at] != word[i] {
			return d.unexpected()
		}
		d.at++
	}
	return nil
}

func (d *Decoder) number() (any, error) {
	start := d.at
	digits := func() bool {
		from := d.at
		for d.at < len(d.text) && d.text[d.at]-'0' <= 9 {
			d.at++
		}
		return d.at > from
	}
	sign := func(signs string) bool {
		if d.at < len(d.text) && strings.IndexByte(signs, d.text[d.at]) >= 0 {
			d.at++
			return true
		}
		return false
	}
	sign("-")
	if !sign("0") && !digits() {
		return nil, d.unexpected()
	}
	if sign(".") && !digits() {
		return nil, d.unexpected()
	}
	if sign("eE") {
		sign("+-")
		if !digits() {
			return nil, d.unexpected()
		}
	}
	word := d.text[start:d.at]
	if d.numbers {
		return Number(word), nil
	}
	f, err := strconv.ParseFloat(word, 64)
	if err != nil && d.wrong == nil {
		d.wrong = &UnmarshalTypeError{Value: "number " + word, Type: reflect.TypeFor[float64](), Field: strings.Join(d.path, ".")}
	}
	return f, nil
}

// string reads a string; what is no UTF-8, and half a surrogate pair, becomes U+FFFD.
func (d *Decoder) string() (string, error) {
	d.at++
	var b strings.Builder
	for {
		run := d.at
		for d.at < len(d.text) && d.text[d.at] >= 0x20 && d.text[d.at] != '"' && d.text[d.at] != '\\' {
			d.at++
		}
		if text := d.text[run:d.at]; utf8.ValidString(text) {
			b.WriteString(text)
		} else {
			for _, r := range text { // one for each byte, where strings.ToValidUTF8 has one for a run
				b.WriteRune(r)
			}
		}
		if d.at >= len(d.text) || d.text[d.at] < 0x20 {
			return "", d.unexpected()
		}
		d.at++
		if d.text[d.at-1] == '"' {
			return b.String(), nil
		}
		if d.at >= len(d.text) {
			return "", d.unexpected()
		}
		c := d.text[d.at]
		if c == 'u' {
			r, ok := d.unit(d.at + 1)
			if !ok {
				return "", d.unexpected()
			}
			d.at += 5
			if utf16.IsSurrogate(r) {
				low, ok := rune(0), false
				if strings.HasPrefix(d.text[d.at:], `\u`) {
					low, ok = d.unit(d.at + 2)
				}
				if r = utf16.DecodeRune(r, low); ok && r != utf8.RuneError {
					d.at += 6
				}
			}
			b.WriteRune(r)
			continue
		}
		short := strings.IndexByte(`"\/bfnrt`, c)
		if short < 0 {
			return "", d.unexpected()
		}
		b.WriteByte("\"\\/\b\f\n\r\t"[short])
		d.at++
	}
}

// unit reads the four digits of a UTF-16 code unit.
func (d *Decoder) unit(at int) (rune, bool) {
	if at+4 > len(d.text) {
		return 0, false
	}
	n, err := strconv.ParseUint(d.text[at:at+4], 16, 16)
	return rune(n), err == nil
}
