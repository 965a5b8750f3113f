package service

import "userpoolplayground/internal/source"

// SafeUpdate writes into an UpdateUserPool request what the call would set back though the
// request says nothing of it. It returns the titles of what it did, too.
func SafeUpdate(s *State, text string, around Around) (string, []string) {
	var done []string
	// One edit changes the places of the next; there are not more members than these.
	for range 40 {
		outcome := Call(s, "UpdateUserPool", text, around)
		again := false
		for _, f := range outcome.Findings {
			if f.Rule == "update-resets" && len(f.Fixes) > 0 && len(f.Fixes[0].Edits) > 0 {
				text = source.Apply(text, f.Fixes[0].Edits)
				done, again = append(done, f.Fixes[0].Title), true
				break
			}
		}
		if !again {
			break
		}
	}
	return text, done
}
