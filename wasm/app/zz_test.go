package app
import ("testing";"os";"image/png";"image";"image/draw";"strings";"regexp";"iddtestdrive/wasm/panel";"iddtestdrive/wasm/paint")
func pal(dark bool) paint.Palette {
	b,_:=os.ReadFile("../../site/theme/tokens.css"); s:=string(b)
	if dark { s=s[strings.Index(s,":root[data-theme=dark]"):] }
	p,err:=paint.ReadPalette(panel.Tokens, func(n string) string { m:=regexp.MustCompile(regexp.QuoteMeta(n)+`: *([^;]*);`).FindStringSubmatch(s); if m==nil {return ""}; return m[1]})
	if err!=nil {panic(err)}
	return p
}
func TestZ(t *testing.T){
 for _,dark:=range []bool{false,true}{
	p:=pal(dark)
	out:=image.NewRGBA(image.Rect(0,0,1100,640)); draw.Draw(out,out.Rect,image.NewUniform(p["paper-raised"]),image.Point{},0)
	put:=func(d *panel.Drawing,x,y,w,h float64){ im:=paint.Look(panel.Look{Drawing:d},w,h,1,p); draw.Draw(out,im.Rect.Add(image.Pt(int(x),int(y))),im,image.Point{},draw.Over)}
	put(body(2),20,20,340,600)
	f:=2.0
	put(pumpCase(f),450,20,600,600)
	l:=paint.Look(panel.Look{Drawing:liquid(f)},chamber.W*f,chamber.H*f,1,p)
	draw.Draw(out,image.Rect(450+128,20+316+40,1100,640),l,image.Pt(0,40),draw.Over)
	put(gauge(f),450+chamber.X*f,20+chamber.Y*f,chamber.W*f,chamber.H*f)
	put(rotor(f),450+(rotorAt.X-52)*f,20+(rotorAt.Y-52)*f,104*f,104*f)
	put(waves(f,"plum"),450,20,650,600)
	n:="/tmp/look/scene.png"; if dark {n="/tmp/look/scened.png"}
	w,_:=os.Create(n); png.Encode(w,out); w.Close()
 }
}
