"""The web door: pages for one person at home. The only place that knows Django."""
