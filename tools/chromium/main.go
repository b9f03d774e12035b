// Command chromium sees to it that this machine has a browser for the tests:
// it prints the path of the Chromium they will use, and installs one first
// where it can and there is none. Where it cannot, it says what to do and
// exits 1.
package main

import (
	"errors"
	"fmt"
	"os"

	"iddtestdrive/tools/browser"
)

func main() {
	path, err := browser.Find()
	if errors.Is(err, browser.ErrNoChromium) {
		fmt.Fprintln(os.Stderr, "No Chromium on this machine yet; installing it.")
		if err = browser.Install(); err == nil {
			path, err = browser.Find()
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "chromium:", err)
		os.Exit(1)
	}
	fmt.Println("browser for the tests:", path)
}
