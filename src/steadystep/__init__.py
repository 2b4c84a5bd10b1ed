"""One small movement a day, changed by the Rule of Two."""

__version__ = "0.1.0"
