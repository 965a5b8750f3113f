//go:build js && wasm

package main

import (
	"github.com/santhosh-tekuri/jsonschema/v5"

	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/playground/calls"
	"userpoolplayground/wasm/json"
)

// initialise brings the program to the state that is shipped: the validators of the calls are
// made on first use, which takes a browser a second.
func initialise() {
	const pool = `{"PoolName": "shop"}`
	opened := calls.Open(pool, playground.Options{})
	for _, c := range [][2]string{
		{"DescribeUserPool", `{"UserPoolId": "us-east-1_Example01"}`},
		{"UpdateUserPool", `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OFF"}`},
		{"GetUserPoolMfaConfig", `{"UserPoolId": "us-east-1_Example01"}`},
		{"SetUserPoolMfaConfig", `{"UserPoolId": "us-east-1_Example01"}`},
	} {
		argument := `{"operation":` + json.Quote(c[0]) + `,"request":` + json.Quote(c[1]) + `}`
		if _, err := calls.Verb("call", *opened.State, "", argument); err != nil {
			panic(err)
		}
	}
	// The metaschemas of the drafts that no document of ours is written in.
	for _, d := range []*jsonschema.Draft{jsonschema.Draft4, jsonschema.Draft6, jsonschema.Draft7, jsonschema.Draft2019} {
		*d = jsonschema.Draft{}
	}
}
