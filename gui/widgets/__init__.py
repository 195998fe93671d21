"""Widgets that know neither panel nor session."""
