// What languages are called. The engine names them by ids, of which there may be more than are listed here.

const titles: Readonly<Record<string, string>> = {
  '': 'Several languages',
  'request': 'Request',
  'answer': 'Answer of the service',
  'aws-cli': 'AWS CLI',
  'cloudformation': 'CloudFormation',
  'sam': 'SAM',
  'serverless': 'Serverless Framework',
  'terraform': 'Terraform',
  'boto3': 'Python, boto3',
  'paws': 'R, paws',
  'javascript': 'JavaScript',
  'typescript': 'TypeScript',
  'go': 'Go',
  'java': 'Java',
  'csharp': 'C#',
  'php': 'PHP',
  'ruby': 'Ruby',
  'kotlin': 'Kotlin',
  'rust': 'Rust',
  'cdk': 'AWS CDK',
  'cdktf': 'CDK for Terraform',
  'amplify': 'Amplify',
  'amplify-gen2': 'Amplify Gen 2',
  'pulumi': 'Pulumi',
  'sst': 'SST',
  'kubernetes': 'Kubernetes',
}

/** What can be turned into a request, for a sentence. */
export const convertible = 'an answer of DescribeUserPool, a template (CloudFormation, SAM, Serverless, Terraform, CDK, Pulumi, Amplify, Kubernetes), an AWS CLI command, or a program that calls CreateUserPool'

/** The languages that a text can be said to be in, as their ids. */
export const sayable = Object.keys(titles).filter((id) => !['', 'sam', 'serverless', 'typescript'].includes(id))

/** True for a language in which the engine says what could be written at a place. */
export function completes(language: string): boolean {
  return ['request', 'aws-cli', 'cloudformation', 'sam', 'serverless', 'terraform', 'boto3', 'paws', 'javascript', 'typescript', 'cdk', 'kubernetes'].includes(language)
}

/** What people call a language; its id where nobody has said. */
export function titleOf(language: string): string {
  return titles[language] ?? language
}
