package javahash

import (
	"strings"
	"testing"
)

func TestHash(t *testing.T) {
	// "Aa" and "BB" are Java's own example of two texts with one hash.
	for text, want := range map[string]uint32{"": 0, "a": 97, "Aa": 2112, "BB": 2112, "email": 96619420, "😀": 1772899} {
		if got := Hash(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// Orders that the service printed: the attributes of a user in 2018 and in 2019, the claims of an
// access token in 2025.
func TestMap(t *testing.T) {
	for want, c := range map[string]struct {
		put     string
		buckets int
	}{
		"custom:acl_stuff sub email custom:acl_thing":                                                               {"sub email custom:acl_stuff custom:acl_thing", 16},
		"sub email_verified phone_number_verified phone_number email":                                               {"sub email email_verified phone_number phone_number_verified", 16},
		"sub iss client_id origin_jti event_id token_use scope auth_time exp iat jti username":                      {"username jti iat exp scope auth_time token_use event_id origin_jti client_id iss sub", 32},
		"custom:acl_stuff sub aud event_id token_use auth_time iss cognito:username exp iat custom:acl_thing email": {"sub aud event_id token_use auth_time iss cognito:username exp iat custom:acl_stuff custom:acl_thing email", 16},
	} {
		got := strings.Join(Map(strings.Fields(c.put), func(s string) string { return s }, c.buckets), " ")
		if got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
