//go:build js

package main

import (
	"fmt"
	"syscall/js"
)

// store keeps one session in the browser under its key.
type store struct{ key string }

// mostShared is how much of an address is read: far more than any session
// fits in. What is cut off there is found to be damaged.
const mostShared = 64 << 10

// aside is where a session that came in an address is kept, so that it takes
// nothing of the reader's own. It keeps the latest of them alone.
func (s store) aside(packed string) store {
	s.key += ".shared"
	which := store{s.key + ".which"}
	if string(which.read()) != packed { // what was kept belongs to another session
		s.forget()
		_ = which.write([]byte(packed)) // where this fails, nothing else is kept either
	}
	return s
}

// read gives what was kept, or nil. A browser that forbids keeping has kept
// nothing.
func (s store) read() (saved []byte) {
	defer func() {
		if recover() != nil {
			saved = nil
		}
	}()
	v := js.Global().Get("localStorage").Call("getItem", s.key)
	if v.Type() != js.TypeString {
		return nil
	}
	return []byte(v.String())
}

// write keeps a session. The browser refuses when its room is used up or when
// it keeps nothing for this page.
func (s store) write(session []byte) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the browser did not keep the session: %v", r)
		}
	}()
	js.Global().Get("localStorage").Call("setItem", s.key, string(session))
	return nil
}

// forget keeps nothing any longer.
func (s store) forget() {
	defer func() { _ = recover() }()
	js.Global().Get("localStorage").Call("removeItem", s.key)
}

// putAside keeps a session that could not be read under another key, so that
// the new one does not overwrite it.
func (s store) putAside(session []byte) {
	// Where even this fails, the new session is not kept either.
	_ = store{s.key + ".damaged"}.write(session)
}
