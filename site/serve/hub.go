package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// hub tells open pages how the last build went.
type hub struct {
	mu      sync.Mutex
	version string
	count   int
	wrong   string        // "" after a good build
	changed chan struct{} // closed when the state changes
	closed  chan struct{}
	once    sync.Once
}

func newHub() *hub {
	return &hub{
		// A page that outlived an earlier server must not take the state of
		// this one for its own.
		version: strconv.FormatInt(time.Now().UnixNano(), 36),
		changed: make(chan struct{}),
		closed:  make(chan struct{}),
	}
}

// set takes what is to be told: whether pages are to reload, and what is wrong.
func (h *hub) set(reload bool, wrong string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if reload {
		h.count++
	}
	h.wrong = wrong
	close(h.changed)
	h.changed = make(chan struct{})
}

func (h *hub) close() { h.once.Do(func() { close(h.closed) }) }

// state is what a page is told.
type state struct {
	Build string `json:"build"` // another one than before: reload
	Wrong string `json:"wrong"` // what is wrong with the content; "" for nothing
}

func (h *hub) now() (state, <-chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return state{Build: fmt.Sprintf("%s-%d", h.version, h.count), Wrong: h.wrong}, h.changed
}

// serve sends the state now and at every change.
func (h *hub) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for {
		s, changed := h.now()
		data, err := json.Marshal(s)
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "event: state\ndata: %s\n\n", data); err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-changed:
		case <-h.closed:
			return
		case <-r.Context().Done():
			return
		}
	}
}
