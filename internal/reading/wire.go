package reading

import (
	"errors"
	"strconv"
	"strings"
)

// Encode writes a reading as the string that [Decode] reads. It is no JSON: a tree of ten
// thousand values crosses with each keystroke, and most of them are numbers.
func Encode(r Reading) string {
	w := make([]byte, 0, 64<<10)
	number := func(n int) { w = append(strconv.AppendInt(w, int64(n), 10), ' ') }
	text := func(s string) {
		number(len(s))
		w = append(w, s...)
	}
	number(len(r.Faults))
	for _, f := range r.Faults {
		number(f.From)
		number(f.To)
		text(f.Message)
	}
	var value func(v *Value)
	value = func(v *Value) {
		flags := 0
		if v.Block {
			flags |= 1
		}
		if v.Plain {
			flags |= 2
		}
		w = append(w, byte(v.Kind))
		for _, n := range [...]int{v.From, v.To, v.NameFrom, v.NameTo, flags} {
			number(n)
		}
		text(v.Name)
		text(v.Text)
		text(v.Tag)
		text(v.Role)
		number(len(v.Labels))
		for _, l := range v.Labels {
			text(l)
		}
		number(len(v.Children))
		for _, c := range v.Children {
			value(c)
		}
	}
	if r.Root != nil {
		value(r.Root)
	}
	return string(w)
}

// errNoReading says that a string is none of [Encode]'s.
var errNoReading = errors.New("the reading has to be what readers.wasm answers")

// Decode reads what [Encode] wrote. It takes any string: an error says that it is no reading.
func Decode(s string) (Reading, error) {
	d := decoder{rest: s}
	var r Reading
	for range d.count() {
		r.Faults = append(r.Faults, Fault{d.number(), d.number(), d.text()})
	}
	if !d.failed && d.rest != "" {
		r.Root = d.value(0)
	}
	if d.failed || d.rest != "" {
		return Reading{}, errNoReading
	}
	return r, nil
}

type decoder struct {
	rest   string
	values int
	failed bool
}

func (d *decoder) fail() int {
	d.failed, d.rest = true, ""
	return 0
}

func (d *decoder) number() int {
	digits, _, found := strings.Cut(d.rest[:min(len(d.rest), 12)], " ")
	n, err := strconv.Atoi(digits)
	if !found || err != nil || n < 0 {
		return d.fail()
	}
	d.rest = d.rest[len(digits)+1:]
	return n
}

// count is a number of things of which each takes a byte at least.
func (d *decoder) count() int {
	n := d.number()
	if n > len(d.rest) {
		return d.fail()
	}
	return n
}

func (d *decoder) text() string {
	n := d.count()
	text := d.rest[:n]
	d.rest = d.rest[n:]
	return text
}

func (d *decoder) value(depth int) *Value {
	if d.values++; d.rest == "" || depth > 4*MaxDepth || d.values > 2*MaxValues {
		d.fail()
		return nil
	}
	v := &Value{Kind: Kind(d.rest[0])}
	d.rest = d.rest[1:]
	v.From, v.To, v.NameFrom, v.NameTo = d.number(), d.number(), d.number(), d.number()
	flags := d.number()
	v.Block, v.Plain = flags&1 != 0, flags&2 != 0
	v.Name, v.Text, v.Tag, v.Role = d.text(), d.text(), d.text(), d.text()
	for range d.count() {
		v.Labels = append(v.Labels, d.text())
	}
	for n := d.count(); n > 0 && !d.failed; n-- {
		v.Children = append(v.Children, d.value(depth+1))
	}
	return v
}
