""" "Còn thiếu gì?": what is missing, doubtful or contradictory in a ledger before a report can go."""
