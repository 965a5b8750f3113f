// Package javahash is the order of Java's hash tables, in which the service prints what it keeps
// in one. It was found by fitting, and fits every order that was seen printed.
package javahash

import (
	"cmp"
	"slices"
	"unicode/utf16"
)

// Hash is String.hashCode of the Java language.
func Hash(text string) uint32 {
	var h uint32
	for _, unit := range utf16.Encode([]rune(text)) {
		h = 31*h + uint32(unit)
	}
	return h
}

// Plain puts texts in the order of a table of 32 buckets that takes the hash as it is. Those of
// one bucket keep their order.
func Plain(texts []string) []string {
	texts = slices.Clone(texts)
	slices.SortStableFunc(texts, func(a, b string) int { return cmp.Compare(Hash(a)&31, Hash(b)&31) })
	return texts
}

// Map puts values in the order in which a java.util.HashMap of Java 8 gives back their keys, which
// went in in the order of values. buckets is what the map begins with, a power of two; it grows
// when more than three quarters are full, as Java's does.
func Map[Value any](values []Value, key func(Value) string, buckets int) []Value {
	for len(values) > buckets*3/4 {
		buckets *= 2
	}
	bucket := func(v Value) uint32 {
		h := Hash(key(v))
		return (h ^ h>>16) & uint32(buckets-1)
	}
	values = slices.Clone(values)
	slices.SortStableFunc(values, func(a, b Value) int { return cmp.Compare(bucket(a), bucket(b)) })
	return values
}
