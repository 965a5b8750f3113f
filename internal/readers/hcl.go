package readers

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"userpoolplayground/internal/reading"
)

// mostHereDocuments is a limit of its own, since the library looks for the end of each up to
// the end of the text.
const mostHereDocuments = 500

// mostTemplates is how deep ${ } may be nested in one another: a level takes the library far more
// of the small stack than a bracket does.
const mostTemplates = 50

// deepTemplate returns where ${ } are nested too deep, or a negative number.
func deepTemplate(source string) int {
	depth := 0
	for i := 0; i < len(source); i++ {
		switch {
		case source[i] == '$' && strings.HasPrefix(source[i:], "${"):
			if depth++; depth > mostTemplates {
				return i
			}
			i++
		case source[i] == '}' && depth > 0:
			depth--
		}
	}
	return -1
}

// hcl reads Terraform's language. Nothing is evaluated: what is not written out is an
// expression.
func (t *text) hcl() {
	if documents := strings.Count(t.source, "<<"); documents > mostHereDocuments {
		at := strings.Index(t.source, "<<")
		t.fault(at, at+2, "This text has %d here documents; at most %d are read. Import the part with the user pool.", documents, mostHereDocuments)
		return
	}
	if at := deepTemplate(t.source); at >= 0 {
		t.fault(at, at+2, "Values are nested in texts more than %d deep here.", mostTemplates)
		return
	}
	file, diagnostics := hclsyntax.ParseConfig([]byte(t.source), "", hcl.InitialPos)
	t.hclFaults(diagnostics)
	if file == nil {
		return
	}
	if body, ok := file.Body.(*hclsyntax.Body); ok {
		t.Root = t.hclBody(body)
	}
}

// hclTemplate reads what a text between quotes is to Terraform: in JSON its texts stand so.
func (t *text) hclTemplate() {
	if at := deepTemplate(t.source); at >= 0 {
		t.fault(at, at+2, "Values are nested in texts more than %d deep here.", mostTemplates)
		return
	}
	expression, diagnostics := hclsyntax.ParseTemplate([]byte(t.source), "", hcl.InitialPos)
	t.hclFaults(diagnostics)
	if expression != nil {
		t.Root = t.hclExpression(expression)
	}
}

func (t *text) hclFaults(diagnostics hcl.Diagnostics) {
	for _, d := range diagnostics {
		if d.Severity != hcl.DiagError {
			continue
		}
		message := strings.TrimSuffix(d.Summary, ".") + "."
		if d.Detail != "" {
			message = d.Detail
		}
		from, to := 0, 0
		if d.Subject != nil {
			from, to = d.Subject.Start.Byte, d.Subject.End.Byte
		}
		t.fault(from, to, "%s", message)
	}
}

func (t *text) hclBody(body *hclsyntax.Body) *reading.Value {
	v := t.value(reading.Object, body.SrcRange.Start.Byte, body.SrcRange.End.Byte, "")
	for name, a := range body.Attributes {
		child := t.hclExpression(a.Expr)
		child.Name, child.NameFrom, child.NameTo = name, a.NameRange.Start.Byte, a.NameRange.End.Byte
		v.Children = append(v.Children, child)
	}
	for _, b := range body.Blocks {
		if at := b.OpenBraceRange.Start.Byte; at >= len(t.source) || t.source[at] != '{' {
			continue // name "value", which lacks its sign: the fault says so
		}
		child := t.hclBody(b.Body)
		child.Name, child.Block, child.Labels = b.Type, true, b.Labels
		child.NameFrom, child.NameTo = b.TypeRange.Start.Byte, b.TypeRange.End.Byte
		if b.Labels != nil {
			end := b.OpenBraceRange.Start.Byte
			child.NameTo = child.NameFrom + len(strings.TrimRight(t.source[child.NameFrom:end], " \t\r\n"))
		}
		child.From, child.To = b.OpenBraceRange.Start.Byte, b.CloseBraceRange.End.Byte
		v.Children = append(v.Children, child)
	}
	slices.SortStableFunc(v.Children, func(a, b *reading.Value) int { return cmp.Compare(a.NameFrom, b.NameFrom) })
	return v
}

func (t *text) hclExpression(e hclsyntax.Expression) *reading.Value {
	from, to := e.Range().Start.Byte, e.Range().End.Byte
	if t.depth > deepest {
		return t.expression(from, to)
	}
	t.depth++
	defer func() { t.depth-- }()
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return t.hclExpression(e.Expression)
	case *hclsyntax.LiteralValueExpr:
		switch {
		case e.Val.IsNull():
			return t.value(reading.Null, from, to, "")
		case e.Val.Type() == cty.Bool && e.Val.True():
			return t.value(reading.Bool, from, to, "true")
		case e.Val.Type() == cty.Bool:
			return t.value(reading.Bool, from, to, "false")
		case e.Val.Type() == cty.Number:
			return t.value(reading.Number, from, to, t.source[from:to])
		case e.Val.Type() == cty.String: // a part of a template
			return t.value(reading.String, from, to, e.Val.AsString())
		}
	case *hclsyntax.UnaryOpExpr:
		v := t.hclExpression(e.Val)
		switch {
		case e.Op == hclsyntax.OpNegate && v.Kind == reading.Number:
			return t.value(reading.Number, from, to, "-"+v.Text)
		case e.Op == hclsyntax.OpLogicalNot:
			not := t.value(reading.Call, from, to, "")
			not.Tag, not.Children = "!", []*reading.Value{v}
			return not
		}
	case *hclsyntax.TemplateExpr:
		if decoded, ok := literal(e.Parts); ok {
			return t.value(reading.String, from, to, decoded)
		}
		return t.hclAll(reading.Template, "", from, to, e.Parts)
	case *hclsyntax.TemplateWrapExpr:
		v := t.hclExpression(e.Wrapped)
		v.From, v.To = from, to
		return v
	case *hclsyntax.ScopeTraversalExpr:
		if path, ok := pathOf(e.Traversal); ok {
			return t.value(reading.Reference, from, to, path)
		}
	case *hclsyntax.ConditionalExpr:
		return t.hclAll(reading.Conditional, "", from, to, []hclsyntax.Expression{e.Condition, e.TrueResult, e.FalseResult})
	case *hclsyntax.BinaryOpExpr:
		if sign := map[*hclsyntax.Operation]string{hclsyntax.OpEqual: "==", hclsyntax.OpNotEqual: "!=", hclsyntax.OpLogicalAnd: "&&", hclsyntax.OpLogicalOr: "||",
			hclsyntax.OpLessThan: "<", hclsyntax.OpGreaterThan: ">", hclsyntax.OpLessThanOrEqual: "<=", hclsyntax.OpGreaterThanOrEqual: ">=",
			hclsyntax.OpAdd: "+", hclsyntax.OpSubtract: "-", hclsyntax.OpMultiply: "*", hclsyntax.OpDivide: "/", hclsyntax.OpModulo: "%"}[e.Op]; sign != "" {
			return t.hclAll(reading.Call, sign, from, to, []hclsyntax.Expression{e.LHS, e.RHS})
		}
	case *hclsyntax.TupleConsExpr:
		v := t.value(reading.List, from, to, "")
		for _, element := range e.Exprs {
			v.Children = append(v.Children, t.hclExpression(element))
		}
		return v
	case *hclsyntax.ObjectConsExpr:
		v := t.value(reading.Object, from, to, "")
		for _, item := range e.Items {
			name, ok := key(item.KeyExpr)
			if !ok {
				return t.expression(from, to)
			}
			child := t.hclExpression(item.ValueExpr)
			child.Name, child.NameFrom, child.NameTo = name, item.KeyExpr.Range().Start.Byte, item.KeyExpr.Range().End.Byte
			v.Children = append(v.Children, child)
		}
		return v
	case *hclsyntax.IndexExpr:
		return t.hclAll(reading.Call, reading.Index, from, to, []hclsyntax.Expression{e.Collection, e.Key})
	case *hclsyntax.RelativeTraversalExpr:
		if path, ok := pathOf(append(hcl.Traversal{hcl.TraverseRoot{}}, e.Traversal...)); ok {
			v := t.value(reading.Call, from, to, "")
			v.Tag, v.Children = reading.Index, []*reading.Value{t.hclExpression(e.Source), t.value(reading.String, to, to, strings.TrimPrefix(path, "."))}
			return v
		}
	case *hclsyntax.ForExpr:
		if !e.Group {
			v := t.value(reading.Call, from, to, "")
			v.Tag, v.Labels = "for", []string{e.KeyVar, e.ValVar}
			for _, part := range []hclsyntax.Expression{e.CollExpr, e.ValExpr, e.KeyExpr, e.CondExpr} {
				if part == nil {
					v.Children = append(v.Children, t.value(reading.Null, to, to, ""))
				} else {
					v.Children = append(v.Children, t.hclExpression(part))
				}
			}
			return v
		}
	case *hclsyntax.FunctionCallExpr:
		if !e.ExpandFinal {
			return t.hclAll(reading.Call, e.Name, from, to, e.Args)
		}
	}
	return t.expression(from, to)
}

// hclAll makes a value of others.
func (t *text) hclAll(kind reading.Kind, tag string, from, to int, parts []hclsyntax.Expression) *reading.Value {
	v := t.value(kind, from, to, "")
	v.Tag = tag
	for _, part := range parts {
		v.Children = append(v.Children, t.hclExpression(part))
	}
	return v
}

// pathOf spells a traversal as var.name.0.other, where each step is written out.
func pathOf(traversal hcl.Traversal) (string, bool) {
	var steps []string
	for _, step := range traversal {
		switch s := step.(type) {
		case hcl.TraverseRoot:
			steps = append(steps, s.Name)
		case hcl.TraverseAttr:
			steps = append(steps, s.Name)
		case hcl.TraverseIndex:
			switch {
			case s.Key.Type() == cty.String && !strings.Contains(s.Key.AsString(), "."):
				steps = append(steps, s.Key.AsString())
			case s.Key.Type() == cty.Number:
				steps = append(steps, s.Key.AsBigFloat().Text('f', -1))
			default:
				return "", false
			}
		default:
			return "", false
		}
	}
	return strings.Join(steps, "."), true
}

// literal joins a template's parts, where none has to be evaluated.
func literal(parts []hclsyntax.Expression) (string, bool) {
	var b strings.Builder
	for _, part := range parts {
		l, ok := part.(*hclsyntax.LiteralValueExpr)
		if !ok || l.Val.IsNull() || l.Val.Type() != cty.String {
			return "", false
		}
		b.WriteString(l.Val.AsString())
	}
	return b.String(), true
}

// key returns an object's key that is written out.
func key(e hclsyntax.Expression) (string, bool) {
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		if name := hcl.ExprAsKeyword(k.Wrapped); name != "" && !k.ForceNonLiteral {
			return name, true
		}
		e = k.Wrapped
	}
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		return literal(e.Parts)
	case *hclsyntax.LiteralValueExpr:
		if !e.Val.IsNull() && e.Val.Type() == cty.Number {
			return e.Val.AsBigFloat().Text('f', -1), true
		}
	}
	return "", false
}
