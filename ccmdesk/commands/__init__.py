"""What each command of the command line does; heavy imports wait inside the commands."""
