package main

import (
	// What exported programs import, for go.mod to keep.
	_ "github.com/aws/aws-sdk-go-v2/aws"
	_ "github.com/aws/aws-sdk-go-v2/config"
	_ "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	_ "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
)

// programs is none until the proof writes this file anew.
var programs []func()
