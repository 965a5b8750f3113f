package json

import (
	"bytes"
	"io"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
)

// Marshal returns a value as JSON text, with <, > and & escaped.
func Marshal(v any) ([]byte, error) {
	text, err := appendValue(nil, reflect.ValueOf(v))
	if err != nil {
		return nil, err
	}
	return escapeHTML(text), nil
}

// Encoder writes values as JSON texts, a line each.
type Encoder struct {
	to   io.Writer
	asIs bool
}

// NewEncoder returns an encoder that escapes as [Marshal] does.
func NewEncoder(to io.Writer) *Encoder { return &Encoder{to: to} }

// SetEscapeHTML says whether <, > and & are escaped.
func (e *Encoder) SetEscapeHTML(on bool) { e.asIs = !on }

// Encode writes a value.
func (e *Encoder) Encode(v any) error {
	text, err := appendValue(nil, reflect.ValueOf(v))
	if err != nil {
		return err
	}
	if !e.asIs {
		text = escapeHTML(text)
	}
	_, err = e.to.Write(append(text, '\n'))
	return err
}

// escapeHTML works on the whole text, since the three occur in strings alone.
func escapeHTML(text []byte) []byte {
	for _, c := range "<>&" {
		text = bytes.ReplaceAll(text, []byte{byte(c)}, []byte(`\u00`+strconv.FormatInt(int64(c), 16)))
	}
	return text
}

// unsupported is a value that JSON has no words for.
type unsupported string

func (e unsupported) Error() string { return "json: unsupported value: " + string(e) }

func appendValue(b []byte, v reflect.Value) ([]byte, error) {
	if !v.IsValid() {
		return append(b, "null"...), nil
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return append(b, "null"...), nil
		}
		return appendValue(b, v.Elem())
	case reflect.Struct, reflect.Slice:
		if m, ok := v.Interface().(Marshaler); ok {
			text, err := m.MarshalJSON()
			return append(b, text...), err
		}
	}
	switch v.Kind() {
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.AppendInt(b, v.Int(), 10), nil
	case reflect.Float64:
		return appendFloat(b, v.Float())
	case reflect.String:
		if v.Type() == reflect.TypeFor[Number]() {
			if !Valid([]byte(v.String())) {
				return nil, unsupported(v.String())
			}
			return append(b, v.String()...), nil
		}
		return AppendQuoted(b, v.String()), nil
	case reflect.Struct:
		return appendStruct(b, v)
	case reflect.Map:
		return appendMap(b, v)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			break // encoding/json writes base64
		}
		if v.IsNil() {
			return append(b, "null"...), nil
		}
		return appendList(b, v)
	}
	panic("json: cannot write a " + v.Type().String())
}

func appendList(b []byte, v reflect.Value) (_ []byte, err error) {
	b = append(b, '[')
	for i := range v.Len() {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = appendValue(b, v.Index(i)); err != nil {
			return nil, err
		}
	}
	return append(b, ']'), nil
}

func appendStruct(b []byte, v reflect.Value) (_ []byte, err error) {
	b = append(b, '{')
	start := len(b)
	for _, f := range fieldsOf(v.Type()) {
		value := v.Field(f.index)
		if f.omitEmpty && empty(value) {
			continue
		}
		if len(b) > start {
			b = append(b, ',')
		}
		if b, err = appendValue(append(b, f.start...), value); err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

func appendMap(b []byte, v reflect.Value) (_ []byte, err error) {
	if v.IsNil() {
		return append(b, "null"...), nil
	}
	members := map[string]reflect.Value{}
	for _, key := range v.MapKeys() {
		members[key.String()] = v.MapIndex(key)
	}
	b = append(b, '{')
	for i, name := range slices.Sorted(maps.Keys(members)) {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(AppendQuoted(b, name), ':')
		if b, err = appendValue(b, members[name]); err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

// empty is what omitempty leaves out: a struct never is.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

// appendFloat writes a number as JavaScript does.
func appendFloat(b []byte, f float64) ([]byte, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, unsupported(strconv.FormatFloat(f, 'g', -1, 64))
	}
	format := byte('f')
	if size := math.Abs(f); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	b = strconv.AppendFloat(b, f, format, -1, 64)
	if n := len(b); format == 'e' && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' { // e-09
		b = append(b[:n-2], b[n-1])
	}
	return b, nil
}
