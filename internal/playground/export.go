package playground

import (
	"fmt"
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
	result := check.Run(source.Parse(text).LeftOpen(o.Expressions), c, o.AsOf, o.account())
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
	written := t.Write(export.Order{Request: result.Request, Errors: errors, RegionTold: o.Region != "", Mfa: o.mfa(), Options: o.userPool(c, result.Account)})
	answer.Text, answer.Notes, answer.Errors = written.Text, written.Notes, errors
	return answer, nil
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
