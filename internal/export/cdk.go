package export

import (
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/request"
)

var cdkTypeScript = Target{
	ID: "cdk-typescript", Title: "AWS CDK, TypeScript", Language: "typescript", FileName: "user-pool-stack.ts",
	called: "the AWS CDK", names: "cloudformation", spell: names.Camel, modelled: true, factors: propertiesOfCloudFormation,
	write: func(j *job) {
		j.WriteString(`import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

export class UserPoolStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    new cognito.CfnUserPool(this, 'UserPool', `)
		j.value(ecmaScript('\''), j.root, "    ")
		j.WriteString(`);
  }
}

const app = new cdk.App();
new UserPoolStack(app, 'UserPoolStack');
`)
		j.resolved()
		each(j.Request.Root, func(v *request.Value) {
			switch {
			case v.Name == "__proto__":
				j.note("%s is written, but the CDK drops a key of that name.", path(v.Pointer()))
			case v.Shape.Kind == contract.Map && len(v.Children) == 0:
				j.note("%s is written, but the CDK drops it, since it is empty.", path(v.Pointer()))
			}
		})
		if strings.Contains(j.String(), "${Token[") {
			j.note("A string holds ${Token[, which the CDK takes for a value of its own: it cannot be written so.")
		}
	},
}
