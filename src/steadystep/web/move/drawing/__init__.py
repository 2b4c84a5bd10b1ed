"""Drawings of a person moving, ours: a small body of joints, seen by a camera, made into SVG."""
