// Package json is as much of encoding/json as the WebAssembly programs use, by the same names,
// so that they need not hold the rest: with Go 1.27, whose encoding/json is built on v2, it is
// a tenth of the engine as it is sent. A text is read into structs, slices, strings, numbers
// and any; the same and maps are written. The tests hold it to encoding/json. Three things
// differ: names have to be spelt as the tags have them, syntax errors have other words, and
// what nests deeper than [MaxDepth] is refused. Types that it does not know panic.
//
// It stands outside of internal, beside the programs, since modules that we depend on are built with it, too
// (scripts/thin.mjs).
package json

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// Number is a number as it is spelt.
type Number string

func (n Number) String() string { return string(n) }

// Float64 returns the number's value.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 returns the number's value.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// RawMessage is JSON text that is written as it is.
type RawMessage []byte

// MarshalJSON returns m, or null for none.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// Marshaler is a type that writes itself.
type Marshaler interface{ MarshalJSON() ([]byte, error) }

// UnmarshalTypeError tells of a value that has no place in a Go type.
type UnmarshalTypeError struct {
	Value string // what the text has there: "array", "number 1.5"
	Type  reflect.Type
	Field string // the path of names to it
}

func (e *UnmarshalTypeError) Error() string {
	if e.Field != "" {
		return "json: cannot unmarshal " + e.Value + " into " + e.Field + " of type " + e.Type.String()
	}
	return "json: cannot unmarshal " + e.Value + " into a value of type " + e.Type.String()
}

// field is one that a struct's tags give a name.
type field struct {
	index     int
	name      string
	start     string // of the member: its quoted name and the colon
	omitEmpty bool
}

var (
	planned = map[reflect.Type][]field{}
	plans   sync.Mutex
)

// fieldsOf reads a struct's tags, once.
func fieldsOf(t reflect.Type) []field {
	plans.Lock()
	defer plans.Unlock()
	if known, ok := planned[t]; ok {
		return known
	}
	fields := []field{}
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		if f.Anonymous {
			panic("json: " + t.String() + " embeds a type")
		}
		if !f.IsExported() || tag == "-" {
			continue
		}
		name, option, _ := strings.Cut(tag, ",")
		if option != "" && option != "omitempty" {
			panic("json: " + t.String() + " has the option " + option)
		}
		if name == "" {
			name = f.Name
		}
		fields = append(fields, field{i, name, Quote(name) + ":", option != ""})
	}
	planned[t] = fields
	return fields
}
