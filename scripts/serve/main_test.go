package main

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newTestSite serves a small dist folder that has a secret file beside it.
func newTestSite(t *testing.T) http.Handler {
	t.Helper()
	dir := t.TempDir()
	dist := filepath.Join(dir, "dist")
	for name, contents := range map[string]string{
		"secret.json":               "outside",
		"dist/index.html":           "<!doctype html>",
		"dist/app-0123456789.js":    "plain",
		"dist/app-0123456789.js.br": "brotli",
		"dist/app-0123456789.js.gz": "gzip",
		"dist/engine.wasm":          "\x00asm",
		"dist/" + singleFile:        "<!doctype html>",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(contents), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../secret.json", filepath.Join(dist, "link.json")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dist)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return newSite(root)
}

func ask(site http.Handler, method, path string, headers ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, "http://localhost/", nil)
	request.URL.Path = path
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer := httptest.NewRecorder()
	site.ServeHTTP(answer, request)
	return answer
}

func TestStatus(t *testing.T) {
	site := newTestSite(t)
	for _, c := range []struct {
		method, path string
		want         int
	}{
		{"GET", "/", 200},
		{"HEAD", "/", 200},
		{"GET", "/index.html", 200},
		{"GET", "/engine.wasm", 200},
		{"GET", "/missing.js", 404},
		{"GET", "/app-0123456789.js.br", 404},
		{"GET", "/folder/", 404},
		{"GET", "/../secret.json", 404},
		{"GET", "/%2e%2e/secret.json", 404},
		{"GET", "/link.json", 404},
		{"POST", "/", 405},
	} {
		if got := ask(site, c.method, c.path).Code; got != c.want {
			t.Errorf("%s %s: status %d, want %d", c.method, c.path, got, c.want)
		}
	}
}

func TestHeaders(t *testing.T) {
	site := newTestSite(t)
	for _, c := range []struct{ path, header, want string }{
		{"/", "Content-Security-Policy", policy},
		{"/missing.js", "Content-Security-Policy", policy},
		{"/", "X-Content-Type-Options", "nosniff"},
		{"/", "Referrer-Policy", "no-referrer"},
		{"/", "Cross-Origin-Opener-Policy", "same-origin"},
		{"/", "Cross-Origin-Embedder-Policy", "require-corp"},
		{"/", "Cross-Origin-Resource-Policy", "cross-origin"},
		{"/", "Content-Type", "text/html; charset=utf-8"},
		{"/", "Cache-Control", "no-cache"},
		{"/", "Content-Disposition", ""},
		{"/user-pool-playground.html", "Content-Disposition", "attachment"},
		{"/user-pool-playground.html", "Cache-Control", "no-cache"},
		{"/engine.wasm", "Content-Type", "application/wasm"},
		{"/engine.wasm", "Cache-Control", "no-cache"},
		{"/app-0123456789.js", "Cache-Control", "public, max-age=31536000, immutable"},
		{"/app-0123456789.js", "Vary", "Accept-Encoding"},
	} {
		if got := ask(site, "GET", c.path).Header().Get(c.header); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.path, c.header, got, c.want)
		}
	}
}

func TestEncoding(t *testing.T) {
	site := newTestSite(t)
	for accept, want := range map[string]string{
		"":                     "plain",
		"gzip, deflate, br":    "brotli",
		"gzip":                 "gzip",
		"br;q=0, gzip;q=0.5":   "gzip",
		"identity":             "plain",
		"br; q=0.000, deflate": "plain",
	} {
		answer := ask(site, "GET", "/app-0123456789.js", "Accept-Encoding", accept, "Range", "bytes=0-2")
		if want == "plain" {
			want = "pla"
		}
		if got := answer.Body.String(); got != want {
			t.Errorf("Accept-Encoding %q: %q, want %q", accept, got, want)
		}
	}
}

func TestUnchangedFileIsNotSentAgain(t *testing.T) {
	site := newTestSite(t)
	tag := ask(site, "GET", "/", "Accept-Encoding", "br").Header().Get("ETag")
	if answer := ask(site, "GET", "/", "If-None-Match", tag); answer.Code != http.StatusNotModified {
		t.Errorf("status %d, want 304", answer.Code)
	}
}

// The policy in index.html protects on hosts that send no headers, so the two may not drift apart.
func TestPageCarriesThePolicy(t *testing.T) {
	page, err := os.ReadFile("../../web/index.html")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(policy, "frame-ancestors *; ", "", 1)
	if !strings.Contains(string(page), `content="`+want+`"`) {
		t.Errorf("web/index.html does not carry the policy %q", want)
	}
}

// The recipes for other hosts are tried against this server where those hosts are; the policy has to be theirs everywhere.
func TestRecipesCarryThePolicy(t *testing.T) {
	for _, name := range []string{"nginx.conf", "Caddyfile", "cloudfront-headers.json"} {
		recipe, err := os.ReadFile("../hosting/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(recipe), `"`+policy+`"`) {
			t.Errorf("scripts/hosting/%s does not carry the policy %q", name, policy)
		}
	}
}

func TestTakenPort(t *testing.T) {
	taken, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	next, err := listen(port)
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	if got := next.Addr().(*net.TCPAddr).Port; got <= port {
		t.Errorf("listens on %d, want a port after %d", got, port)
	}
}
