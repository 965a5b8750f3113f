package language

import "userpoolplayground/internal/source"

// HandOf returns who writes changes in a language, by the name that package foreign gives it;
// nil where nobody does.
func HandOf(name string) source.Hand { return hands[name] }

var hands = map[string]source.Hand{}
