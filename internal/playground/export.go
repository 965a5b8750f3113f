package playground

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/export"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/json"
)

// ExportAs writes a request in the words of another tool, one of [Contract.Exports]. It is an
// error to name none of them; any text is taken, and one that is no request gives an empty
// export that says so.
func ExportAs(target, text string, o Options) (Export, error) {
	t, ok := export.Find(target)
	if !ok {
		return Export{}, fmt.Errorf("there is no target %q: the targets are %s", target, targetIDs())
	}
	answer := Export{Language: t.Language, FileName: t.FileName}
	c := contract.At(o.AsOf)
	result := check.Run(o.request(text), c, o.AsOf, o.account())
	if why := unreadable(result); why != "" {
		answer.Notes = []string{why}
		return answer, nil
	}
	errors := 0
	for _, d := range result.Findings {
		if d.Severity == diagnostic.Error {
			errors++
		}
	}
	written := t.Write(export.Order{Request: result.Request, Errors: errors, RegionTold: o.Region != "", Options: o.userPool(c, result.Account)})
	answer.Text, answer.Notes, answer.Errors = written.Text, written.Notes, errors
	return answer, nil
}

// request reads a request, with an Unknown for each value that the options say is known only at deployment.
func (o Options) request(text string) *source.Document {
	d := source.Parse(text)
	if len(o.Expressions) == 0 || d.Malformed() {
		return d
	}
	// Its bytes do not say all of what it is any more.
	d = source.Of(text, d.Root, nil)
	for _, pointer := range slices.Sorted(maps.Keys(o.Expressions)) {
		leaveOpen(d, pointer, o.Expressions[pointer])
	}
	return d
}

// leaveOpen puts an Unknown where a request lacks a member or an element, with the blocks around it that it
// lacks, and does nothing where it has one.
func leaveOpen(d *source.Document, pointer, expression string) {
	steps := source.SplitPointer(pointer)
	if len(steps) == 0 || d.Root == nil {
		return
	}
	last, around := steps[len(steps)-1], d.Root
	for i, step := range steps[:len(steps)-1] {
		inner := (&source.Document{Root: around}).Find("/" + source.EscapePointer(step))
		if inner == nil {
			kind := source.Object
			if _, err := strconv.Atoi(steps[i+1]); err == nil {
				kind = source.Array
			}
			inner = added(around, step, kind)
		}
		if inner == nil {
			return
		}
		around = inner
	}
	if around.Kind == source.Array || around.Kind == source.Object && around.Member(last) == nil {
		if n := added(around, last, source.Unknown); n != nil {
			n.Text, n.Why = expression, "It is known only at deployment."
		}
	}
}

// added is a new member of a block, or the next element of a list; nil where a value holds none.
func added(around *source.Node, name string, kind source.Kind) *source.Node {
	n := &source.Node{Kind: kind, Start: around.End, End: around.End, Parent: around, Index: len(around.Children)}
	switch around.Kind {
	case source.Object:
		n.Name, n.NameStart, n.NameEnd = name, n.Start, n.End
	case source.Array:
	default:
		return nil
	}
	around.Children = append(around.Children, n)
	return n
}

// readTarget reads the argument of the verb exportAs.
func readTarget(argument string) (target string, err error) {
	if argument == "" {
		return "", fmt.Errorf("the target is missing: the targets are %s", targetIDs())
	}
	if json.Unmarshal([]byte(argument), &target) != nil {
		return "", fmt.Errorf("the target has to be a string and not %s", argument)
	}
	return target, nil
}

func targetIDs() string {
	var ids []string
	for _, t := range export.Targets {
		ids = append(ids, t.ID)
	}
	return strings.Join(ids, ", ")
}

// unreadable says why there is no request to write and what to do, "" where there is one.
func unreadable(r check.Result) string {
	switch {
	case r.Document.Root == nil && strings.TrimSpace(r.Document.Text) == "":
		return "There is no request to write yet: begin with {\"PoolName\": \"…\"}."
	case r.Request == nil:
		return "The text is no readable JSON, so there is nothing to write: mend the problems that are marked in it."
	case r.Document.Root.Kind != source.Object:
		return "The text is JSON but no object, so there is nothing to write: a request stands in braces, {\"PoolName\": \"…\"}."
	}
	return ""
}

// exportTargets lists what ExportAs takes.
func exportTargets() []ExportTarget {
	var all []ExportTarget
	for _, t := range export.Targets {
		all = append(all, ExportTarget{ID: t.ID, Title: t.Title})
	}
	return all
}
