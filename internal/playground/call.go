package playground

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Call runs a verb by name: its answer as JSON text, or an error that says which argument
// is wrong. It is the whole of what the wasm program exports. options and argument are JSON
// text, or "" when absent; argument is what a verb takes beside a text and options.
func Call(verb, text, options, argument string) (string, error) {
	o, err := readOptions(options)
	if err != nil {
		return "", err
	}
	switch verb {
	case "evaluate":
		return encode(Evaluate(text, o)), nil
	case "importDescription":
		return encode(ImportDescription(text, o)), nil
	case "contract":
		return encode(ContractOf(o)), nil
	}
	return "", fmt.Errorf("there is no verb %q", verb)
}

func encode(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // the wire types always encode
	}
	return b.String()
}

func readOptions(text string) (Options, error) {
	var o Options
	if text == "" {
		return o, nil
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&o); err != nil {
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
			return o, fmt.Errorf("options.%s cannot be a %s", wrong.Field, wrong.Value)
		}
		return o, fmt.Errorf("options: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := time.Parse(time.DateOnly, o.AsOf); o.AsOf != "" && err != nil {
		return o, fmt.Errorf("options.asOf has to be a day, YYYY-MM-DD, and not %q", o.AsOf)
	}
	if !slices.Contains([]string{"", "create", "describe"}, o.View) {
		return o, fmt.Errorf("options.view has to be 'create' or 'describe' and not %q", o.View)
	}
	if o.Account != nil && !slices.Contains([]string{"", "ok", "no-trust", "no-publish"}, o.Account.SMSRole) {
		return o, fmt.Errorf("options.account.smsRole has to be 'ok', 'no-trust' or 'no-publish' and not %q", o.Account.SMSRole)
	}
	return o, nil
}
