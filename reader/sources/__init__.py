"""Loads documents as bytes, from files, folders and web sites."""
