package check

// Forget empties the memory of the request that was checked last.
func Forget() {
	settled.Lock()
	defer settled.Unlock()
	settled.contract, settled.members = nil, nil
}
