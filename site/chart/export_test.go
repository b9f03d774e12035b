package chart

// EventWord is the key of the word for a line of the log.
var EventWord = eventWord
