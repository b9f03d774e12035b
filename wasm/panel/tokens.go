package panel

// Tokens are the colours that looks may use, all of them defined by
// tokens.css for light and for dark.
var Tokens = []Token{
	"paper", "paper-raised", "paper-sunk", "ink", "ink-soft", "ink-faint", "line",
	"teal", "teal-deep", "teal-soft", "coral", "coral-deep", "coral-soft", "on-coral", "on-teal",
	"amber", "amber-soft", "plum", "plum-soft", "drug", "drug-deep", "drug-soft",
	"skin", "skin-line", "bone", "bone-line", "fluid", "nerve", "metal", "metal-deep", "metal-soft", "device", "on-device", "focus",
}
