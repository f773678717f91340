"""The follow-up on an adopted plan: where it stands, figures by year, what is recommended next."""
