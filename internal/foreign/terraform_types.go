package foreign

import "userpoolplayground/internal/reading"

// typed is a value as a variable's type makes it: an attribute that the type makes optional, and that is not there or null, has
// its default, or is null.
func (m *mapper) typed(v, of *reading.Value) *reading.Value {
	if of == nil || of.Kind != reading.Call || len(of.Children) == 0 {
		return v
	}
	if of.Tag == "optional" {
		return m.typed(v, of.Children[0])
	}
	known, _ := m.quietly(v)
	if known == nil || known.Kind != reading.List && known.Kind != reading.Object {
		return v
	}
	as := *known
	as.Name, as.NameFrom, as.NameTo, as.Children = v.Name, v.NameFrom, v.NameTo, nil
	attributes := of.Children[0]
	for _, c := range known.Children {
		kind := attributes
		if of.Tag == "object" {
			kind = attributes.Member(c.Name)
		}
		if of.Tag == "object" && kind != nil && kind.Tag == "optional" && len(kind.Children) > 1 {
			if value, _ := m.quietly(c); value != nil && value.Kind == reading.Null {
				continue
			}
		}
		as.Children = append(as.Children, m.typed(c, kind))
	}
	if of.Tag != "object" || known.Kind != reading.Object {
		return &as
	}
	for _, attribute := range attributes.Kids() {
		if attribute.Kind != reading.Call || attribute.Tag != "optional" || as.Member(attribute.Name) != nil || m.tooMany(v, at{}) {
			continue
		}
		lacking := reading.Value{Kind: reading.Null, From: attribute.From, To: attribute.To}
		if len(attribute.Children) > 1 {
			lacking = *m.typed(attribute.Children[1], attribute.Children[0])
		}
		lacking.Name, lacking.NameFrom, lacking.NameTo = attribute.Name, attribute.NameFrom, attribute.NameTo
		as.Children = append(as.Children, &lacking)
	}
	return &as
}
