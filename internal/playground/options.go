package playground

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/json"
)

// readOptions reads the options of a call, JSON text or "". Its errors say which one is wrong.
// The parser for requests reads them and not encoding/json, since nearly every call has some
// and a page waits for its first reply while the browser compiles what that one runs.
func readOptions(text string) (Options, error) {
	var o Options
	if text == "" {
		return o, nil
	}
	d := source.Parse(text)
	if d.Malformed() {
		return o, fmt.Errorf("options: %s", d.Faults[0].Message)
	}
	if err := o.read(d.Root); err != nil {
		return o, err
	}
	if o.AsOf != "" {
		if _, err := time.Parse(time.DateOnly, o.AsOf); err != nil {
			return o, fmt.Errorf("options.asOf has to be a day, YYYY-MM-DD, and not %q", o.AsOf)
		}
	}
	if !slices.Contains([]string{"", "create", "describe"}, o.View) {
		return o, fmt.Errorf("options.view has to be 'create' or 'describe' and not %q", o.View)
	}
	if o.Language != "" && !slices.Contains(language.Kinds(), o.Language) {
		return o, fmt.Errorf("options.language has to be one of %s and not %q", strings.Join(language.Kinds(), ", "), o.Language)
	}
	if o.Account != nil && !slices.Contains([]string{"", "ok", "no-trust", "no-publish"}, o.Account.SMSRole) {
		return o, fmt.Errorf("options.account.smsRole has to be 'ok', 'no-trust' or 'no-publish' and not %q", o.Account.SMSRole)
	}
	return o, nil
}

func (o *Options) read(n *source.Node) error {
	return eachOption(n, "options", func(m *source.Node, name string) error {
		switch m.Name {
		case "asOf":
			return readText(m, name, &o.AsOf)
		case "view":
			return readText(m, name, &o.View)
		case "region":
			return readText(m, name, &o.Region)
		case "accountId":
			return readText(m, name, &o.AccountID)
		case "poolId":
			return readText(m, name, &o.PoolID)
		case "resource":
			return readText(m, name, &o.Resource)
		case "language":
			return readText(m, name, &o.Language)
		case "offset":
			return readNumber(m, name, &o.Offset)
		case "parameters":
			return readMap(m, name, &o.Parameters)
		case "expressions":
			return readMap(m, name, &o.Expressions)
		case "calls":
			return readCalls(m, name, &o.Calls)
		case "now":
			return readNumber(m, name, &o.Now)
		case "triggers":
			return readTriggers(m, name, &o.Triggers)
		case "account":
			o.Account = &Account{}
			return o.Account.read(m, name)
		}
		return unknownOption(m)
	})
}

func (a *Account) read(n *source.Node, name string) error {
	return eachOption(n, name, func(m *source.Node, name string) error {
		switch m.Name {
		case "smsRole":
			return readText(m, name, &a.SMSRole)
		case "sesIdentities":
			return readTexts(m, name, &a.SESIdentities)
		}
		return unknownOption(m)
	})
}

// eachOption visits the members of an object; a null counts as absent.
func eachOption(n *source.Node, name string, read func(m *source.Node, name string) error) error {
	if n.Kind == source.Null {
		return nil
	}
	if n.Kind != source.Object {
		return wrongOption(n, name)
	}
	for _, m := range n.Children {
		if m.Kind == source.Null || m.Shadowed {
			continue
		}
		if err := read(m, name+"."+m.Name); err != nil {
			return err
		}
	}
	return nil
}

func readText(n *source.Node, name string, into *string) error {
	if n.Kind != source.String {
		return wrongOption(n, name)
	}
	*into = n.Text
	return nil
}

func readTexts(n *source.Node, name string, into **[]string) error {
	if n.Kind != source.Array {
		return wrongOption(n, name)
	}
	texts := make([]string, len(n.Children))
	for i, c := range n.Children {
		if err := readText(c, name, &texts[i]); err != nil {
			return err
		}
	}
	*into = &texts
	return nil
}

func readMap(n *source.Node, name string, into *map[string]string) error {
	*into = map[string]string{}
	return eachOption(n, name, func(m *source.Node, name string) error {
		var value string
		if err := readText(m, name, &value); err != nil {
			return err
		}
		(*into)[m.Name] = value
		return nil
	})
}

func readCalls(n *source.Node, name string, into *[]LaterCall) error {
	if n.Kind != source.Array {
		return wrongOption(n, name)
	}
	for i, c := range n.Children {
		var call LaterCall
		err := eachOption(c, name+"["+strconv.Itoa(i)+"]", func(m *source.Node, name string) error {
			switch m.Name {
			case "operation":
				return readText(m, name, &call.Operation)
			case "request":
				return readText(m, name, &call.Request)
			case "expressions":
				return readMap(m, name, &call.Expressions)
			case "from", "to": // a place in the text, which is not here
				return nil
			}
			return unknownOption(m)
		})
		if err != nil {
			return err
		}
		if call.Operation != "SetUserPoolMfaConfig" {
			return fmt.Errorf("%s[%d].operation has to be 'SetUserPoolMfaConfig' and not %q", name, i, call.Operation)
		}
		*into = append(*into, call)
	}
	return nil
}

func readTriggers(n *source.Node, name string, into *map[string]Trigger) error {
	*into = map[string]Trigger{}
	known := contract.Newest().Shape("LambdaConfigType")
	return eachOption(n, name, func(m *source.Node, name string) error {
		if member := known.Member(m.Name); member == nil || m.Name == "KMSKeyID" {
			return fmt.Errorf("%s is no trigger of LambdaConfig", name)
		}
		var t Trigger
		answers := 0
		err := eachOption(m, name, func(m *source.Node, name string) error {
			answers++
			switch m.Name {
			case "throws":
				return readText(m, name, &t.Throws)
			case "response":
				if m.Kind != source.Object {
					return wrongOption(m, name)
				}
				t.Response = json.RawMessage(source.Write(m))
				return nil
			}
			return unknownOption(m)
		})
		if err == nil && answers != 1 {
			return fmt.Errorf("%s has to be { throws: … } or { response: … }", name)
		}
		(*into)[m.Name] = t
		return err
	})
}

func readNumber(n *source.Node, name string, into **float64) error {
	if n.Kind != source.Number {
		return wrongOption(n, name)
	}
	var number float64
	// Nearly every number is whole and takes none of what reads the others.
	if whole, err := strconv.Atoi(n.Text); err == nil {
		number = float64(whole)
	} else if number, err = strconv.ParseFloat(n.Text, 64); err != nil {
		return wrongOption(n, name)
	}
	*into = &number
	return nil
}

func wrongOption(n *source.Node, name string) error {
	kind := map[source.Kind]string{
		source.Null: "null", source.False: "bool", source.True: "bool", source.Number: "number",
		source.String: "string", source.Array: "array", source.Object: "object",
	}[n.Kind]
	return fmt.Errorf("%s cannot be a %s", name, kind)
}

func unknownOption(n *source.Node) error {
	return fmt.Errorf("options: unknown field %q", n.Name)
}
