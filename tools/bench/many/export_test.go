package main

// WriteContent is what the tests of this command look at.
var WriteContent = writeContent
