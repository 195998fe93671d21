"""What Kobai is measured against, each as good as its own means allow."""
