// Package intime holds the work of a test to time in proportion to its text.
package intime

import (
	"fmt"
	"syscall"
	"time"
)

// T is what is needed of a test. Where another fuzzing engine stands in for Go's, it is no
// testing.TB.
type T interface {
	Helper()
	Fatalf(format string, args ...any)
}

// Hold does the work and fails the test when it takes more than a tenth of a second and so
// much for each kilobyte of the text. That is generous for work that grows with the text, and
// nothing for work that grows with its square. What counts is CPU, and the least of a few
// times: a machine that is busy with something else fails nothing.
func Hold(t T, text string, perKilobyte time.Duration, work func()) {
	t.Helper()
	// What never ends would end with the fuzzing, and nobody would know of what.
	hung := time.AfterFunc(time.Minute, func() {
		panic(fmt.Sprintf("%d bytes have taken a minute: %q", len(text), text))
	})
	defer hung.Stop()
	limit := 100*time.Millisecond + time.Duration(len(text))*perKilobyte/1024
	var took time.Duration
	for range 5 {
		began := used()
		work()
		if took = used() - began; took <= limit {
			return
		}
	}
	t.Fatalf("%d bytes took %v and not at most %v: %q", len(text), took, limit, text)
}

// used is the CPU time of this process so far.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
