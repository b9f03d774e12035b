package scenario

import "iddtestdrive/engine/document"

// Error is the first mistake in a scenario file.
type Error = document.Error
