"""Fitting the learned models and writing their manifests; needs the dependency group `train`."""
