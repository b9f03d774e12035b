package style

import "go/ast"

// documented looks for exported names without a comment. In a group of
// constants or variables one comment may speak for all; a method counts when
// its type is exported too; a program's names are nobody's to import.
func (c *checker) documented() {
	if c.file.Name.Name == "main" {
		return
	}
	for _, d := range c.file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
				c.say(d.Pos(), "%s is exported and says nowhere what it does", d.Name.Name)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				c.documentedIn(d, s)
			}
		}
	}
}

func (c *checker) documentedIn(group *ast.GenDecl, s ast.Spec) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() && group.Doc == nil && s.Doc == nil && s.Comment == nil {
			c.say(s.Pos(), "%s is exported and says nowhere what it is", s.Name.Name)
		}
	case *ast.ValueSpec:
		for _, name := range s.Names {
			if name.IsExported() && group.Doc == nil && s.Doc == nil && s.Comment == nil {
				c.say(s.Pos(), "%s is exported and says nowhere what it is", name.Name)
			}
		}
	}
}

// exportedReceiver says whether a function is none's method or that of an
// exported type.
func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return true
	}
	t := f.Recv.List[0].Type
	for {
		switch on := t.(type) {
		case *ast.StarExpr:
			t = on.X
		case *ast.IndexExpr:
			t = on.X
		case *ast.IndexListExpr:
			t = on.X
		case *ast.Ident:
			return on.IsExported()
		default:
			return true
		}
	}
}
