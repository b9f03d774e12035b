package site

// Relative is what the tests of addresses look at.
var Relative = relative
