package site

import (
	"io/fs"
	"path"

	"iddtestdrive/site/theme"
)

// publishBlocks publishes the styles and scripts of single kinds of block, which
// only the pages that hold such a block ask for.
func (w *work) publishBlocks() error {
	w.common.blocks = map[string]string{}
	files, err := fs.Glob(w.options.Theme, "blocks/*")
	if err != nil {
		return err
	}
	for _, file := range files {
		source, err := w.theme.File(file)
		if err != nil {
			return err
		}
		name := path.Base(file)
		if w.common.blocks[name], err = w.assets.shrunk(name, source); err != nil {
			return err
		}
	}
	return nil
}

// blocks lets a page ask for what the kinds of its blocks need.
func (w *work) blocks(v *theme.Page, kinds []string, address string) {
	asked := map[string]bool{}
	for _, kind := range kinds {
		if asked[kind] {
			continue
		}
		asked[kind] = true
		if style, ok := w.common.blocks[kind+".css"]; ok {
			v.Styles = append(v.Styles, relative(address, style))
		}
		if script, ok := w.common.blocks[kind+".js"]; ok {
			v.Scripts = append(v.Scripts, relative(address, script))
		}
	}
}
