"""Each line of the pre-flight, with faults planted where the program asks the system."""
