package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// ErrNoChromium is what [Find] and [Install] return when there is no browser;
// its text says what to do.
var ErrNoChromium = errors.New("no Chromium found: install Chromium or Google Chrome " +
	"(on Debian: apt-get install chromium), or set CHROME to the browser's path")

// Find returns the path of a Chromium or Google Chrome: the one the
// environment variable CHROME names, or the first of the usual names and
// places. A CHROME that names no program is an error, not a hint.
func Find() (string, error) {
	if named := os.Getenv("CHROME"); named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("CHROME=%s is not a program that runs: %w", named, err)
		}
		return path, nil
	}
	for _, name := range usual() {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoChromium
}

func usual() []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		}
	case "windows":
		return []string{
			"chrome",
			filepath.Join(os.Getenv("ProgramFiles"), `Google\Chrome\Application\chrome.exe`),
			filepath.Join(os.Getenv("LocalAppData"), `Chromium\Application\chrome.exe`),
			"msedge",
		}
	default:
		return []string{
			"chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
			"/snap/bin/chromium",
		}
	}
}

// Install gets a Chromium through apt-get, where there is one that may be
// used: as root, or by a sudo that asks for no password. Elsewhere it returns
// [ErrNoChromium].
func Install() error {
	apt, err := exec.LookPath("apt-get")
	if err != nil {
		return ErrNoChromium
	}
	as := []string{"env", "DEBIAN_FRONTEND=noninteractive", apt}
	if os.Getuid() != 0 {
		if exec.Command("sudo", "-n", "true").Run() != nil {
			return ErrNoChromium
		}
		as = append([]string{"sudo", "-n"}, as...)
	}
	if err := show(append(as, "update", "-q")); err != nil {
		return errors.Join(ErrNoChromium, err)
	}
	// The fonts are those Chromium falls back to; without any it draws no text.
	if err := show(append(as, "install", "-yq", "--no-install-recommends",
		"chromium", "fonts-liberation", "fonts-dejavu-core")); err != nil {
		return errors.Join(ErrNoChromium, err)
	}
	return nil
}

// show runs a command whose output the reader sees.
func show(words []string) error {
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%v: %w", words, err)
	}
	return nil
}
