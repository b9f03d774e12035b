// Command many does what bench measures of contents with many pages, each in a
// process of its own so that its memory can be told:
//
//	many content CONTENT 1000  writes a content of so many pages
//	many site CONTENT OUT      builds the site, without a simulator and without compression
//	many goldmark CONTENT      turns the same texts into HTML with goldmark alone
//	many serve CONTENT OUT     builds the site, then changes a page again and again, and
//	                           prints the microseconds from each change to the page being there
//
// -profile FILE writes where the processor's time goes.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strconv"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/sync/errgroup"

	"iddtestdrive/site"
	"iddtestdrive/site/program"
	"iddtestdrive/site/serve"
)

func main() {
	profile := flag.String("profile", "", "write a profile of the processor's time to this file")
	flag.Parse()
	if err := run(flag.Args(), *profile); err != nil {
		fmt.Fprintln(os.Stderr, "many:", err)
		os.Exit(1)
	}
}

func run(args []string, profile string) error {
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	switch {
	case len(args) == 3 && args[0] == "content":
		pages, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		return writeContent(args[1], pages)
	case len(args) == 3 && args[0] == "site":
		_, err := builder(args[1], args[2]).Build(context.Background())
		return err
	case len(args) == 2 && args[0] == "goldmark":
		return alone(args[1])
	case len(args) == 3 && args[0] == "serve":
		return changes(args[1], args[2])
	}
	return errors.New("usage: many content CONTENT PAGES | many site CONTENT OUT | many goldmark CONTENT | many serve CONTENT OUT")
}

func builder(content, out string) *site.Builder {
	return site.New(site.Options{Content: os.DirFS(content), Out: out, Program: func(context.Context) (program.Program, error) {
		return program.Program{Wasm: []byte("\x00asm"), Support: []byte("class Go {}")}, nil
	}})
}

// alone is the floor: the texts are read, turned into HTML and forgotten.
func alone(content string) error {
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	err := filepath.WalkDir(content, func(name string, e fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" {
			return err
		}
		g.Go(func() error {
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			_, body, _ := bytes.Cut(src, []byte("\n---\n"))
			var out bytes.Buffer
			return markdown.Convert(body, &out)
		})
		return nil
	})
	return errors.Join(err, g.Wait())
}

// times is how often a page is changed.
const times = 9

// changes does as idd serve does.
func changes(content, out string) error {
	b := builder(content, out)
	if _, err := b.Build(context.Background()); err != nil {
		return err
	}
	watcher, err := serve.Watch(content)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	built := make(chan error)
	ended := make(chan error, 1)
	go func() {
		ended <- watcher.Run(ctx, func([]string) {
			_, err := b.Build(ctx)
			built <- err
		})
	}()
	page := filepath.Join(content, "en", "part-0", "page-0.md")
	for i := range times {
		began := time.Now()
		if err := appendTo(page, fmt.Sprintf("\nOne more line, number %d.\n", i)); err != nil {
			return err
		}
		if err := <-built; err != nil {
			return err
		}
		fmt.Println(time.Since(began).Microseconds())
	}
	stop()
	return <-ended
}

// appendTo puts a file with more at its end into the place of one, as many
// editors do.
func appendTo(name, text string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	next := filepath.Join(filepath.Dir(name), ".next")
	if err := os.WriteFile(next, append(src, text...), 0o644); err != nil {
		return err
	}
	return os.Rename(next, name)
}
