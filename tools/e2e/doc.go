// Package e2e tests the finished site the way its readers use it: built as for
// a real host, served from a subfolder, in a real headless Chromium, by
// keyboard and accessible name.
//
// Each test is a reader with a browser of their own. At its end the reader
// looks back: a message of level error, an uncaught exception, or a request to
// any other machine fails the test, whatever it was about.
package e2e
