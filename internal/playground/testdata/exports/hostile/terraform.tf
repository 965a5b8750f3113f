resource "aws_cognito_user_pool" "user_pool" {
  name                       = "-hostile, 'pool'"
  email_verification_subject = "\"It's\" `$(date)` $HOME $${a} %%{b} \\ <&> ☃"
  email_verification_message = "Dear $${name},\n\n  it's \"{####}\" – 100%%{sure} $$${x} %%%{y}: C:\\new\\table\n#{z} {{w}} <%= v %> 😀\n\nBye"
  sms_verification_message   = "file://{####}"
  sms_authentication_message = "\u0000\u0001\u001b[31m\u007f\u0085\u00a0\u2028\u2029\ufeff� {####}\r\n\t'@\nJSON\nEOF\n"

  tags = {
    "__proto__" = "constructor"
    yes         = "no"
    "for"       = "~"
    "a b"       = "1e3"
    "C:/x"      = "- item: #"
    "ünï"       = "é"
    "@"         = ""
    "null"      = "012"
  }

  admin_create_user_config {
    invite_message_template {
      email_message = "{username}\n{####}\n"
      email_subject = "‘curly’ “quotes” and a trailing backslash \\"
      sms_message   = "{username} {####}\n$${Token[x]} {{resolve:ssm:a}} $"
    }
  }
}
