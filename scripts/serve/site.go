package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// policy lets nothing in but the page's own files and the compiling of its engine. index.html carries the same one for
// hosts that send no headers, without frame-ancestors, which counts only as a header.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
	"frame-src 'self'; worker-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
	"frame-ancestors *; require-trusted-types-for 'script'; trusted-types upp"

// types is our own table: the system's differs from machine to machine, and a wrong type for wasm stops streaming.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// hashed matches the names that the build makes from contents, such as app-Zk3fQ9aB2c.js. It names the types, since
// "playground" in user-pool-playground.html looks like a hash.
var hashed = regexp.MustCompile(`-[A-Za-z0-9]{10}\.(?:css|js|png|svg|wasm)$`)

// singleFile has its scripts in itself, which the policy of the site does not let run: it is there to be saved.
const singleFile = "user-pool-playground.html"

// A site answers for the files of one folder. The root keeps every open inside it, links included.
type site struct{ root *os.Root }

func newSite(root *os.Root) http.Handler { return &site{root} }

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	// With these two the page may share memory with its worker, and shows an answer in the frame of the letter that it is for.
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Embedder-Policy", "require-corp")
	// Sites that want the same for themselves embed nothing without it.
	header.Set("Cross-Origin-Resource-Policy", "cross-origin")

	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "Only GET and HEAD are answered here.", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" || strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	contentType, known := types[path.Ext(name)]
	if !known {
		http.NotFound(w, r)
		return
	}
	contents, encoding, err := s.read(name, r.Header.Get("Accept-Encoding"))
	if err != nil {
		// A way out of the folder ends here too: what is outside is not told apart from what is missing.
		http.NotFound(w, r)
		return
	}

	if name == singleFile {
		header.Set("Content-Disposition", "attachment")
	}
	header.Set("Content-Type", contentType)
	header.Set("Vary", "Accept-Encoding")
	if encoding != "" {
		header.Set("Content-Encoding", encoding)
	}
	if hashed.MatchString(name) {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		header.Set("Cache-Control", "no-cache")
	}
	sum := sha256.Sum256(contents)
	header.Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	if encoding != "" {
		// ServeContent leaves the length of an encoded body open, and the page shows progress by it. A part of an
		// encoded body is of no use to anyone, so ranges are not answered there.
		header.Set("Content-Length", strconv.Itoa(len(contents)))
		r.Header.Del("Range")
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(contents))
}

// read returns the file in the smallest form that the reader takes.
func (s *site) read(name, accept string) (contents []byte, encoding string, err error) {
	for _, form := range []struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}, {"", ""}} {
		if form.encoding != "" && !accepts(accept, form.encoding) {
			continue
		}
		contents, err = s.readFile(name + form.suffix)
		if err == nil {
			return contents, form.encoding, nil
		}
	}
	return nil, "", err
}

func (s *site) readFile(name string) ([]byte, error) {
	file, err := s.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// accepts reads an Accept-Encoding header: an encoding counts when it is named with a weight above zero.
func accepts(header, encoding string) bool {
	for _, part := range strings.Split(header, ",") {
		name, parameter, _ := strings.Cut(strings.TrimSpace(part), ";")
		if !strings.EqualFold(strings.TrimSpace(name), encoding) {
			continue
		}
		weight, given := strings.CutPrefix(strings.ReplaceAll(parameter, " ", ""), "q=")
		if !given {
			return true
		}
		value, err := strconv.ParseFloat(weight, 64)
		return err == nil && value > 0
	}
	return false
}
