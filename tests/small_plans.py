"""Small plans as people would write them, for tests of the whole way."""

OAK = """\
id: OAK
title: Improvement plan 2026
service: Oakfield House
roles:
  RM: Registered manager
  CL: Clinical lead
sources:
  - {id: CQC26, kind: assessment, title: CQC report, published: 2026-03-20, url: https://www.cqc.org.uk/example}
findings:
  - id: F1
    title: Medicines were not always managed safely
    source: CQC26
    kind: breach
    regulations: Regulation 12(2)(g)
    keeping_safe: A nurse counts every medicine at each handover.
actions:
  - id: A1
    title: Watch everyone who gives medicines on a real round
    for: F1
    owner: CL
    due: 2026-06-24
    done_when: Everyone who gives medicines scored 10 of 10 on a whole round
"""
"""A plan without errors or warnings."""

NOTE = """\
---
id: E1
title: Watched medicines rounds
date: 2026-04-22
supports: OAK/A1
category: observation
by: CL
---
Each person gave medicines to at least six people.
"""
"""A note that goes with it."""

FAMILY = """\
id: OAK
title: Improvement plan 2026
service:
  name: Oakfield House
  kind: care-home
  family:
    name: Oakfield House
    contact: {who: the manager, phone: 01632 960001}
roles: {RM: Registered manager, CL: Clinical lead}
sources:
  - {id: CQC26, kind: assessment, title: CQC report, published: 2026-03-20, url: https://www.cqc.org.uk/example,
     ratings: {overall: requires-improvement}}
findings:
  - id: F1
    title: Medicines were not always managed safely
    source: CQC26
    kind: breach
    regulations: Regulation 12(2)(g)
    keeping_safe: A nurse counts every medicine at each handover.
    family:
      publish: true
      title: Giving medicines safely
      found: Some people did not get their medicines on time.
      keeping_safe: Two nurses look at each medicine chart every day.
actions:
  - id: A1
    title: Watch everyone who gives medicines on a real round
    for: F1
    owner: RM
    due: 2026-06-24
    started: 2026-05-01
    done_when: Everyone who gives medicines scored 10 of 10 on a whole round
    family: {text: We watch how each nurse gives medicines.}
family:
  publish: true
  intro: CQC told us to do better. This site tells you what we are doing.
"""
"""A plan that tells families something; nothing in it is approved."""
