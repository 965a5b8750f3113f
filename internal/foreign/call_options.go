package foreign

import (
	"errors"
	"strconv"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// Call reads a text by options as they cross from JavaScript, JSON text or "", and answers what
// [reading.Decode] reads. The engine has looked at the options before: what is not for this
// package is passed over.
func Call(text, options string) (string, error) {
	o := Options{Contract: contract.Newest(), Offset: -1}
	if options != "" {
		d := source.Parse(options)
		if d.Malformed() || d.Root.Kind != source.Object && d.Root.Kind != source.Null {
			return "", errors.New("the options have to be a JSON object")
		}
		for _, n := range d.Root.Children {
			switch n.Name {
			case "asOf":
				o.Contract = contract.At(n.Text)
			case "region":
				o.Region = n.Text
			case "accountId":
				o.AccountID = n.Text
			case "language":
				o.Language = n.Text
			case "resource":
				o.Resource = n.Text
			case "offset":
				if units, err := strconv.ParseFloat(n.Text, 64); err == nil {
					if at, ok := (&source.Document{Text: text}).Offset(int(units)); ok {
						o.Offset = at
					}
				}
			case "parameters":
				o.Parameters = map[string]string{}
				for _, p := range n.Children {
					o.Parameters[p.Name] = p.Text
				}
			}
		}
	}
	return reading.Encode(Read(text, o)), nil
}
