"""Plain-text exports of Factiva, in both layouts."""
