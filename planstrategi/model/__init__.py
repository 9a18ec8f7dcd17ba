"""What a plan, a requirement, an expectation, a judgement and an assumption is: records, their fields, fixed words and dates."""
