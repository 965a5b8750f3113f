package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
)

// recorder stands in for the service and keeps what it is sent, by the path that it is sent
// to: /proof/number.
type recorder struct {
	url  string
	mu   sync.Mutex
	sent map[string]any
	// wrong are requests that are no CreateUserPool calls.
	wrong map[string]string
}

func listen() (*recorder, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	r := &recorder{url: "http://" + listener.Addr().String(), sent: map[string]any{}, wrong: map[string]string{}}
	go http.Serve(listener, r)
	return r, nil
}

func (r *recorder) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	path := strings.Trim(q.URL.Path, "/")
	body, err := io.ReadAll(q.Body)
	var value any
	if err == nil {
		err = json.Unmarshal(body, &value)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case err != nil:
		r.wrong[path] = fmt.Sprintf("the body is no JSON: %v", err)
	case q.Header.Get("X-Amz-Target") != "AWSCognitoIdentityProviderService.CreateUserPool" || q.Header.Get("Content-Type") != "application/x-amz-json-1.1":
		r.wrong[path] = fmt.Sprintf("no CreateUserPool call: %v", q.Header)
	case !strings.HasPrefix(q.Header.Get("Authorization"), "AWS4-HMAC-SHA256 Credential=") || !strings.Contains(q.Header.Get("Authorization"), "/cognito-idp/aws4_request"):
		r.wrong[path] = fmt.Sprintf("not signed: %q", q.Header.Get("Authorization"))
	case unsent(q) != "":
		r.wrong[path] = fmt.Sprintf("%s is signed but was not sent", unsent(q))
	default:
		r.sent[path] = value
	}
	w.Header().Set("Content-Type", "application/x-amz-json-1.1")
	io.WriteString(w, `{"UserPool":{"Id":"us-east-1_EXAMPLE","Name":"p"}}`)
}

// unsent returns a header that the signature speaks of and that is not there, or "".
func unsent(q *http.Request) string {
	_, signed, _ := strings.Cut(q.Header.Get("Authorization"), "SignedHeaders=")
	signed, _, _ = strings.Cut(signed, ",")
	for _, name := range strings.Split(signed, ";") {
		if q.Header.Get(name) == "" && name != "host" && name != "content-length" {
			return name
		}
	}
	return ""
}

// take returns what was sent to a path.
func (r *recorder) take(path string) (any, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if wrong := r.wrong[path]; wrong != "" {
		return nil, fmt.Errorf("%s", wrong)
	}
	value, ok := r.sent[path]
	if !ok {
		return nil, fmt.Errorf("nothing was sent")
	}
	return value, nil
}
