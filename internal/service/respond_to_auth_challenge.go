package service

// RespondToAuthChallenge answers a challenge of a sign-in.
var respondToAuthChallenge = unsigned((*visit).respond)
