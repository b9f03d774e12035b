package exits

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	os.Exit(m.Run() + 7)
}
