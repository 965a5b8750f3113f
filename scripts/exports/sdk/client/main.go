// Command client runs the exported programs, each against its own address below the first
// argument. They are written beside this file, their main functions renamed and listed in
// the variable programs.
package main

import (
	"fmt"
	"os"
)

func main() {
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "example",
		"AWS_CONFIG_FILE": os.DevNull, "AWS_SHARED_CREDENTIALS_FILE": os.DevNull, "AWS_EC2_METADATA_DISABLED": "true",
	} {
		os.Setenv(name, value)
	}
	for name, program := range programs {
		os.Setenv("AWS_ENDPOINT_URL", fmt.Sprintf("%s/%d", os.Args[1], name))
		program()
	}
}
