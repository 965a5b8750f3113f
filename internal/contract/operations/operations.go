// Package operations is the part of the contract that says which calls there are: one
// document an operation, with its request, its answer, its exceptions and their dates. The
// structures that they share are package contract's. It is a package of its own since only
// the program that answers calls has its documents in memory.
package operations

import (
	"maps"
	"slices"
	"sync"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
)

// Operation is one call as it was on the API's date.
type Operation struct {
	Name        string
	Description string
	// Since is the day on which it appeared, YYYY-MM-DD.
	Since string
	// Contract is the API's with the operation's request as its Request.
	Contract *contract.Contract
	// Answer is the structure that it answers with; nil where it answers nothing.
	Answer *contract.Shape
	// Exceptions are those that the reference declares, in its order.
	Exceptions []string
}

// API is all calls as they were on one day.
type API struct {
	// Contract has CreateUserPool's request and the pool that comes of it.
	Contract *contract.Contract

	operations map[string]*Operation
}

// Operation returns a call by its name, or nil where the API has none of that name on its
// date.
func (a *API) Operation(name string) *Operation { return a.operations[name] }

// Operations returns all calls, sorted by name.
func (a *API) Operations() []*Operation {
	all := make([]*Operation, 0, len(a.operations))
	for _, name := range slices.Sorted(maps.Keys(a.operations)) {
		all = append(all, a.operations[name])
	}
	return all
}

var (
	mu    sync.Mutex
	dated = map[string]*API{}
)

// Revisions returns the days on which the API changed, that of structures and of operations,
// the oldest first.
var Revisions = sync.OnceValue(func() []string {
	dates := slices.Concat(contract.Revisions(), contract.Dates(newest()))
	for _, document := range newest() {
		for _, exception := range gjson.Get(document, `x-errors`).Array() {
			if since := exception.Get("since").String(); since != "" {
				dates = append(dates, since)
			}
		}
	}
	slices.Sort(dates)
	return slices.Compact(dates)
})

// At returns the API as it was on a day, YYYY-MM-DD; "" is the newest.
func At(day string) *API {
	date := Revisions()[0]
	for _, r := range Revisions() {
		if day == "" || r <= day {
			date = r
		}
	}
	mu.Lock()
	defer mu.Unlock()
	a := dated[date]
	if a == nil {
		a = on(date)
		dated[date] = a
	}
	return a
}

func on(date string) *API {
	own := newest()
	maps.DeleteFunc(own, func(_, document string) bool { return gjson.Get(document, `x-since`).String() > date })
	documents := contract.Documents()
	maps.Copy(documents, own)
	a := &API{Contract: contract.Of(documents, date), operations: map[string]*Operation{}}
	for file, document := range own {
		// What is said of the operation itself never changed.
		d := gjson.Parse(document)
		if !d.Get(`x-input`).Exists() {
			continue // what several operations share
		}
		o := &Operation{
			Name: d.Get("title").String(), Description: d.Get("description").String(), Since: d.Get(`x-since`).String(),
			Contract: a.Contract.For(d.Get(`x-input`).String()),
		}
		if file != o.Name+".json" {
			panic("operations: " + file + " is about " + o.Name)
		}
		if answer := d.Get(`x-output`); answer.Exists() {
			o.Answer = a.Contract.ShapeAt(answer.String())
		}
		for _, exception := range d.Get(`x-errors`).Array() {
			if exception.Get("since").String() <= date {
				o.Exceptions = append(o.Exceptions, exception.Get("name").String())
			}
		}
		a.operations[o.Name] = o
	}
	return a
}
