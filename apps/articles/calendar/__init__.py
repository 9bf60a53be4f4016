"""What goes out when: the pipeline by day, week and month."""
