import { openImport } from './import.ts'

/** Opens the import dialog; a narrow screen has it among the examples. */
export function ImportButton() {
  return <button type="button" class="button wide-only" aria-haspopup="dialog" title="Turn a DescribeUserPool answer, an AWS CLI command, CloudFormation, Terraform, boto3 or R's paws code into a request" onClick={() => openImport()}>Import…</button>
}
