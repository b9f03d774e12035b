package pages

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"iddtestdrive/site"
	"iddtestdrive/site/program"
	"iddtestdrive/site/serve"
)

// NewServeCommand is idd serve.
func NewServeCommand() *cobra.Command {
	var p place
	var addr string
	var port int
	c := &cobra.Command{
		Use:   "serve",
		Short: "Build the site, show it on this machine, rebuild what changes",
		Long: "Build the site and serve it to the browsers of this machine alone. When a file of the content, the\n" +
			"theme or the simulator changes, the site is built again and open pages reload. A mistake in the\n" +
			"content is laid over the page, and the last good site goes on being served.",
		Example: "  idd serve\n  idd serve --port 9000",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			options, err := p.options(c.OutOrStdout(), false)
			if err != nil {
				return err
			}
			return (&preview{options: options, watched: append(p.sources(), p.contentAt, filepath.Join(p.root, "site", "theme")), sources: p.sources(), out: c.OutOrStdout()}).run(ctx, net.JoinHostPort(addr, strconv.Itoa(port)))
		},
	}
	p.flags(c, filepath.Join("build", "serve"))
	c.Flags().StringVar(&addr, "addr", "127.0.0.1", "address to listen on")
	c.Flags().IntVar(&port, "port", 8080, "port to listen on; 0 takes any free one")
	return c
}

// preview is a site being written and looked at.
type preview struct {
	options site.Options
	watched []string // folders
	sources []string // those among them with the sources of the program
	out     io.Writer
	builder *site.Builder
	handler *serve.Handler
	stale   bool // a source of the program has changed since it was compiled
}

// program asks for the simulator's program only when one of its sources has
// changed: a changed page is to be back at once.
func (p *preview) program(compile func(context.Context) (program.Program, error)) func(context.Context) (program.Program, error) {
	var made program.Program
	p.stale = true
	return func(ctx context.Context) (program.Program, error) {
		if !p.stale {
			return made, nil
		}
		fresh, err := compile(ctx)
		if err != nil {
			return program.Program{}, err
		}
		made, p.stale = fresh, false
		return made, nil
	}
}

// partOfProgram reports whether a file may be a source of the program.
func (p *preview) partOfProgram(file string) bool {
	return slices.ContainsFunc(p.sources, func(folder string) bool { return strings.HasPrefix(file, folder) })
}

func (p *preview) run(ctx context.Context, address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; choose another port with --port", address, err)
	}
	p.options.Program = p.program(p.options.Program)
	p.builder = site.New(p.options)
	p.handler = serve.New(os.DirFS(p.options.Out))
	watcher, err := serve.Watch(p.watched...)
	if err != nil {
		return fmt.Errorf("cannot watch the content: %w", err)
	}
	fmt.Fprintf(p.out, "The site is at http://%s/\n", listener.Addr())
	fmt.Fprintln(p.out, "Change a file of the content and the page reloads. Stop with Ctrl+C.")
	server := &http.Server{Handler: p.handler, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	p.build(ctx)
	err = watcher.Run(ctx, func(files []string) {
		p.stale = p.stale || slices.ContainsFunc(files, p.partOfProgram)
		p.build(ctx)
	})
	p.handler.Close()
	closing, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	_ = server.Shutdown(closing) // a page that will not hang up is hung up on
	_ = server.Close()
	if served := <-ended; err == nil && !errors.Is(served, http.ErrServerClosed) {
		err = served
	}
	return err
}

// sources are the folders with the sources of the simulator.
func (p *place) sources() []string {
	return []string{filepath.Join(p.root, "engine"), filepath.Join(p.root, "wasm")}
}

// build builds once, and says how it went in the open pages and then here:
// who reads it here finds it there.
func (p *preview) build(ctx context.Context) {
	began := time.Now()
	report, err := p.builder.Build(ctx)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		p.handler.Failed(err)
		fmt.Fprintf(p.out, "\n%v\n\nThe last good site is still served. Mend this and save.\n", err)
	default:
		p.handler.Built(report.Written+report.Removed > 0)
		fmt.Fprintf(p.out, "Built in %s: %d of %s rendered.\n", time.Since(began).Round(time.Millisecond), report.Rendered, count(report.Pages, "page"))
	}
}
