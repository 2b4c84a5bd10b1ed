"""What holds the pages together: settings, addresses, and the one entrance for a server."""
