// Command exports proves each exporter with the tool that it writes for: the tool reads the
// text and has to say what the request says. With -all a missing tool is a failure; else it
// is told, and its proof left out.
//
//	go run ./scripts/exports [-all] [-only boto3,curl]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	all := flag.Bool("all", false, "fail when a tool is missing")
	only := flag.String("only", "", "run these proofs alone, with commas between")
	keep := flag.Bool("keep", false, "keep what was written, and say where")
	flag.Parse()
	passed, failed, err := run(*all, *only, *keep)
	if err != nil {
		fmt.Fprintln(os.Stderr, "exports:", err)
		os.Exit(1)
	}
	fmt.Printf("exports: %d proofs passed, %d failed\n", passed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}

func run(all bool, only string, keep bool) (passed, failed int, err error) {
	folder, err := os.MkdirTemp("", "exports")
	if err != nil {
		return 0, 0, err
	}
	if keep {
		fmt.Println("exports: written to", folder)
	} else {
		defer os.RemoveAll(folder)
	}
	samples, err := gather()
	if err != nil {
		return 0, 0, err
	}
	recorder, err := listen()
	if err != nil {
		return 0, 0, err
	}
	models := readModels()
	var mu sync.Mutex
	var wait sync.WaitGroup
	turns := make(chan bool, 2) // as many at a time as a small machine has cores
	for _, p := range proofs {
		if only != "" && !slices.Contains(strings.Split(only, ","), p.name) {
			continue
		}
		if missing := p.missing(models); missing != "" {
			fmt.Printf("exports: %-20s NOT RUN: it needs %s\n", p.name, missing)
			if all {
				failed++
			}
			continue
		}
		wait.Add(1)
		go func() {
			defer wait.Done()
			turns <- true
			defer func() { <-turns }()
			began := time.Now()
			t := &trial{proof: p, folder: filepath.Join(folder, p.name), samples: samples, recorder: recorder, models: models}
			faults := t.run()
			mu.Lock()
			defer mu.Unlock()
			t.report(faults, time.Since(began))
			if len(faults) > 0 {
				failed++
			} else {
				passed++
			}
		}()
	}
	wait.Wait()
	return passed, failed, nil
}

// mostFaults is how many faults of one proof are printed, longestFault how much of each.
const mostFaults, longestFault = 10, 2000

func (t *trial) report(faults []string, took time.Duration) {
	verdict := "ok"
	if len(faults) > 0 {
		verdict = "FAILED"
	}
	fmt.Printf("exports: %-20s %s: %d requests in %.1f s%s\n", t.proof.name, verdict, len(t.samples), took.Seconds(), t.aside())
	for i, fault := range faults {
		if i == mostFaults {
			fmt.Printf("  and %d more\n", len(faults)-i)
			break
		}
		if len(fault) > longestFault {
			fault = fault[:longestFault] + " …"
		}
		fmt.Println("  " + strings.ReplaceAll(fault, "\n", "\n  "))
	}
}
