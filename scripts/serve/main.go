// Command serve answers for the built page as a production host should: under its security policy, compressed, and with
// names that carry a hash cached for ever.
//
//	go run ./scripts/serve [-dir web/dist] [-port 8080]
package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"
	"time"
)

func main() {
	dir := flag.String("dir", "web/dist", "folder to serve")
	port := flag.Int("port", 8080, "port to listen on; 0 picks a free one")
	flag.Parse()
	if err := serve(*dir, *port); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func serve(dir string, port int) error {
	if _, err := os.Stat(dir + "/index.html"); err != nil {
		return fmt.Errorf("%s has no index.html: build the page first", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()

	listener, err := listen(port)
	if err != nil {
		return err
	}
	got := listener.Addr().(*net.TCPAddr).Port
	if port != 0 && got != port {
		fmt.Printf("Port %d is taken, using %d.\n", port, got)
	}
	fmt.Printf("http://localhost:%d/\n", got)

	server := &http.Server{Handler: newSite(root), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}

// listen opens the wanted port or, when it is taken, one of the next twenty.
func listen(port int) (net.Listener, error) {
	const tries = 20
	for next := port; next <= port+tries; next++ {
		listener, err := net.Listen("tcp", net.JoinHostPort("localhost", strconv.Itoa(next)))
		if err == nil {
			return listener, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) {
			return nil, err
		}
	}
	return nil, fmt.Errorf("ports %d to %d are all taken", port, port+tries)
}
