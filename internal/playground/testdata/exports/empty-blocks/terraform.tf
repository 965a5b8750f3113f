resource "aws_cognito_user_pool" "user_pool" {
  name                     = "p"
  auto_verified_attributes = []

  lambda_config {}

  tags = {}

  password_policy {
    minimum_length = 8
  }

  admin_create_user_config {
    invite_message_template {}
  }

  verification_message_template {}

  email_configuration {}

  account_recovery_setting {}
}
