package service

// AdminRespondToAuthChallenge answers a challenge on a server.
var adminRespondToAuthChallenge = signed((*visit).respond)
