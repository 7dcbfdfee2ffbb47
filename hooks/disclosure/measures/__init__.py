"""Column → facts that rules and the inspectors' report both need, so that the two cannot disagree; pure."""
