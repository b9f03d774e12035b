package ward_test

import (
	"strconv"
	"strings"

	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/wasm/panel"
)

// onTablet gives a command as a nurse gives it on the tablet.
func (n *nurse) onTablet(a practice.Act) {
	n.press("tab.tablet")
	switch c := a.Command.(type) {
	case pump.Interrogate:
		if n.View().Find("tablet.page.status") != nil {
			n.press("tablet.page.status")
		}
		n.press("tablet.interrogate")
	case pump.Prime:
		n.press("tablet.page.single", "tablet.prime")
	case pump.SetReservoir:
		n.press("tablet.page.refill")
		n.write("tablet.set.reservoir", c.Volume.String())
		n.press("tablet.tell")
	case pump.SetLowAlarm:
		n.press("tablet.page.refill")
		n.write("tablet.low_at", c.Volume.String())
		n.press("tablet.low_alarm")
	case pump.ClinicianBolus:
		n.press("tablet.page.single")
		n.write("tablet.set.single", c.Dose.String())
		n.write("tablet.set.single_over", c.Over.String())
		n.press("tablet.bolus")
	case pump.Program:
		n.program(c.Change)
	case pump.CommitUpdate:
		n.program(c.Change)
	default:
		n.press("tablet.page.status", "tablet."+a.Command.Name())
	}
}

// program sets a prescription, confirms each line, and sends it.
func (n *nurse) program(c pump.Change) {
	n.sets(c)
	n.confirm(c.Prescription.Acknowledge)
	n.press("tablet.send")
}

// sets sets a prescription page by page, up to the review.
func (n *nurse) sets(c pump.Change) {
	p := c.Prescription
	set := func(field, value string) { n.write("tablet.set."+field, value) }
	if c.Reservoir != nil {
		n.press("tablet.page.refill")
		set("reservoir", c.Reservoir.String())
	}
	n.press("tablet.page.infusion", "tablet.drug."+strconv.Itoa(int(p.Drug)), "tablet.mode."+strconv.Itoa(int(p.Infusion.Mode)))
	set("strength", p.Concentration.String())
	require.Contains(n.t, []therapy.Mode{therapy.Stopped, therapy.MinimumRate, therapy.Continuous, therapy.Flex}, p.Infusion.Mode)
	if p.Infusion.Mode == therapy.Continuous {
		set("daily", p.Infusion.Daily.String())
	}
	if c.Bridge {
		n.write("tablet.bridge", "on")
	}
	n.press("tablet.page.remote")
	if b := p.PatientBolus; b != nil {
		n.write("tablet.remote", "on")
		set("dose", b.Dose.String())
		set("dose_over", b.Over.String())
		set("lockout", b.Lockout.String())
		set("per_day", strconv.Itoa(b.PerDay))
	} else {
		n.write("tablet.remote", "off")
	}
	n.press("tablet.page.review")
}

// confirm ticks every changed line, and the warning where it is accepted.
func (n *nurse) confirm(accept bool) {
	n.View().Walk(func(c *panel.Node) {
		if strings.HasPrefix(c.ID, "tablet.confirm.") && c.Role == panel.Check {
			n.write(c.ID, "on")
		}
	})
	if n.View().Find("tablet.warned") != nil {
		n.write("tablet.warned", "on")
	}
}
